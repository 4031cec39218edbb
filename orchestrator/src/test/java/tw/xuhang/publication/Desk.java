package tw.xuhang.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.InMemoryJournal;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.publication.store.PublicationFacts;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;

/** An office with a folder, and its people by their accounts: contact drafts, leader reviews, ciso publishes. */
final class Desk {

    static final String KEY = "lamp";
    static final Instant T0 = Instant.parse("2026-11-23T01:00:00Z");

    final StandingClock clock = new StandingClock(T0);
    final InMemoryJournal journal = new InMemoryJournal(clock);
    final Map<String, Source> folder = new HashMap<>();
    final Set<String> shipped = new TreeSet<>();
    final Set<String> earlier = new TreeSet<>();
    final AtomicReference<Directory> directory = new AtomicReference<>(SampleOffice.directory());
    final AtomicReference<Surroundings> around = new AtomicReference<>(Surroundings.unknown());
    final Map<String, String> footing = new HashMap<>(Map.of("role:server-room", "1"));
    final Memory texts = new Memory();
    final Publications publications = new Publications(
            journal, PublicationFacts.codec(), texts, directory::get, around::get, _ -> footing, clock);
    boolean unreadable;
    Trust trust = Trust.RELEASE;

    /** A runbook that differs by one word, with the warning RB-C30, and RB-C14 where it has no timeout. */
    static Source text(String word) {
        return file(word, "    timeout: 4h\n");
    }

    static Source withoutTimeout(String word) {
        return file(word, "");
    }

    private static Source file(String word, String timeout) {
        String text = """
                runbook: lamp
                title: { zh-TW: 燈號, en: Lamps }
                source: [P-16]
                owner: server-room
                serves: { services: [website], rto: 30m, mtpd: 4h }
                triggers:
                  - signal: link.down
                    where: { role: main }
                    mode: act
                steps:
                  - task: look
                    title: { zh-TW: 看 %s, en: Look at %s }
                    who: server-room
                """.formatted(word, word) + timeout;
        return new Source(KEY + ".yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a service finds that starts now. */
    Proposals start() {
        var proposals = proposals();
        proposals.begin(() -> publications.of(KEY).isBlank());
        return proposals;
    }

    void put(Source file) {
        folder.put(KEY, file);
    }

    void look() {
        proposals().look();
    }

    private Proposals proposals() {
        return new Proposals(journal, PublicationFacts.codec(), texts, this::read, shipped, trust);
    }

    private Library read() throws IOException {
        if (unreadable) {
            throw new IOException("the folder is gone");
        }
        return Library.of(folder.values(), Surroundings.unknown());
    }

    Repertoire repertoire() {
        return new Repertoire(new Rows(), texts, publications::of, trust, () -> {});
    }

    History history() {
        return publications.of(KEY);
    }

    Answer submit(Source file, String by) {
        return publications.submit(file, Actor.person(by));
    }

    /** What would be refused is said before it is tried, in the same words. */
    Answer act(Source file, String by, Deed deed) {
        var obstacle = publications.obstacle(KEY, file.version(), by, deed).map(Answer.Declined::new);
        Answer answer = publications.act(KEY, file.version(), by, deed);
        assertThat(Optional.of(answer).filter(Answer.Declined.class::isInstance))
                .isEqualTo(obstacle);
        return answer;
    }

    Answer review(Source file, String by) {
        return act(file, by, new Deed.Review(said()));
    }

    Answer publish(Source file, String by) {
        return act(file, by, new Deed.Publish(said()));
    }

    /** As somebody says it who has seen everything. */
    Deed.Said said() {
        return new Deed.Said(history().inForce().orElse(""), Set.of("RB-C14", "RB-C30"), "看過");
    }

    void published(Source file) {
        assertThat(review(file, "leader")).isInstanceOf(Answer.Recorded.class);
        assertThat(publish(file, "ciso")).isInstanceOf(Answer.Recorded.class);
    }

    /** The list that the database would have. */
    private final class Rows implements Standing.Standings {

        @Override
        public List<Standing> all() {
            return of(KEY).stream().toList();
        }

        @Override
        public Optional<Standing> of(String runbook) {
            History history = publications.of(runbook);
            return history.isBlank()
                    ? Optional.empty()
                    : Optional.of(new Standing(
                            runbook,
                            history.inForce(),
                            history.basis(),
                            history.newestFirst().getFirst().version()));
        }
    }

    /** Texts that were kept. */
    final class Memory implements Texts {

        private final Map<String, Source> kept = new HashMap<>();

        List<String> versions() {
            return new ArrayList<>(kept.keySet());
        }

        @Override
        public void keep(Runbook runbook, Source source) {
            kept.put(runbook.version(), source);
        }

        @Override
        public Optional<Source> source(String version) {
            return Optional.ofNullable(kept.get(version));
        }

        @Override
        public Optional<Runbook> runbook(String version) {
            return source(version)
                    .flatMap(source ->
                            Library.check(source, Surroundings.unknown()).runbook());
        }

        @Override
        public boolean isEarlier(String version) {
            return earlier.contains(version);
        }
    }
}
