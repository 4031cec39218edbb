package tw.xuhang.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tw.xuhang.access.Role;
import tw.xuhang.access.Secrets;
import tw.xuhang.directory.Directory;

/** Lends the demonstration's people and mail server to tests that run a service of their own. */
public final class Ensemble {

    private final Cast cast;

    private Ensemble(Cast cast) {
        this.cast = cast;
    }

    public static Ensemble of(Directory office) {
        return new Ensemble(Cast.of(office, new Secrets(new SecureRandom())));
    }

    /** For a service's first start, which takes the accounts over and removes the file. */
    public void write(Path accounts) throws IOException {
        cast.write(accounts);
    }

    public Shift shift(URI service) {
        return new Shift(cast, service);
    }

    /** A letter that arrived. */
    public record Arrived(String id, String to, String subject) {}

    /** Leader and CISO at work on the newest case, each with their own second factor, and everybody's mail. */
    public static final class Shift implements Closeable {

        private final MailCatcher mail = new MailCatcher();
        private final Player auditor;
        private final Player leader;
        private final Player ciso;
        private final Records records;
        private final List<Part> parts;

        private Shift(Cast cast, URI service) {
            InstantSource clock = InstantSource.system();
            Story untold = new Story(new PrintWriter(Writer.nullWriter()), clock);
            auditor = new Player(cast.holder(Role.AUDITOR), service, clock);
            leader = new Player(cast.holder(Role.TEAM_LEADER), service, clock);
            ciso = new Player(cast.holder(Role.CISO), service, clock);
            records = new Records(auditor);
            parts = List.of(new LeaderPart(leader, untold), new CisoPart(ciso, mail, untold));
        }

        public int mailPort() {
            return mail.port();
        }

        /** Sessions outlive the service that began them. */
        public void signIn() throws IOException, InterruptedException {
            auditor.signIn();
            leader.signIn();
        }

        public Optional<JsonNode> newestCase() throws IOException, InterruptedException {
            return records.newest().map(CaseFile::json);
        }

        public JsonNode run(String id) throws IOException, InterruptedException {
            return records.run(id);
        }

        /** Everyone does what the case as it was read waits for them to do. */
        public void act(JsonNode seen) throws IOException, InterruptedException {
            for (Part part : parts) {
                part.look(new CaseFile(seen));
            }
        }

        public List<Arrived> letters() {
            return mail.letters().stream()
                    .map(letter -> new Arrived(letter.id(), letter.to(), letter.subject()))
                    .toList();
        }

        @Override
        public void close() {
            auditor.close();
            leader.close();
            ciso.close();
            mail.close();
        }
    }
}
