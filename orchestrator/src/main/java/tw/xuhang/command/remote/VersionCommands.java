package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tw.xuhang.command.Exit;

/** Versions of runbooks on a service that runs (P-30). */
public final class VersionCommands {

    private static final String PATH = "/api/v1/runbooks";
    private static final int SHORT = 8;

    private VersionCommands() {}

    private static String at(String key) {
        return PATH + "/" + Part.encoded(key);
    }

    private static String brief(JsonNode version) {
        String text = version.asText("");
        return text.substring(0, Math.min(SHORT, text.length()));
    }

    private static int print(Remote remote, JsonNode version) {
        remote.out()
                .println(Columns.plain(version.path("version").asText() + "  "
                        + version.path("stage").asText()));
        return Exit.OK;
    }

    /** What has been looked at. */
    static final class Seen {
        @Option(
                names = "--against",
                paramLabel = "VERSION",
                description = "version in force that it was compared with, as 'runbook diff' says; none where none is")
        private @Nullable String against;

        @Option(names = "--seen", split = ",", paramLabel = "RULE", description = "warnings that you have seen")
        private List<String> seen = List.of();

        @Option(names = "--note")
        private @Nullable String note;

        Map<String, Object> words() {
            var words = new LinkedHashMap<String, Object>();
            words.put("against", against == null || against.equals("none") ? "" : against);
            words.put("acknowledged", seen);
            IncidentCommand.put(words, "reason", note);
            return words;
        }
    }

    /** Lists them. */
    @Command(
            name = "versions",
            description = "列出手冊的版本。List the versions of a runbook.",
            mixinStandardHelpOptions = true)
    public static final class Versions implements Callable<Integer> {
        @Mixin
        private Remote remote = new Remote();

        @Parameters(paramLabel = "KEY")
        private String key;

        @Override
        public Integer call() {
            return remote.tell(remote.get(at(key) + "/versions"), body -> {
                var table = new Columns("版本", "狀態", "提出", "審查", "公布");
                for (JsonNode one : body.path("versions")) {
                    table.row(
                            brief(one.path("version")),
                            one.path("stage").asText(),
                            did(one.path("submitted")),
                            did(one.path("reviewed")),
                            did(one.path("published")));
                }
                table.lines().forEach(remote.out()::println);
                body.path("file").forEach(found -> remote.out().println(found(found)));
                return Exit.OK;
            });
        }

        private static String did(JsonNode act) {
            return act.isObject() ? act.path("by").asText() + " " + Moment.of(act.path("at")) : "-";
        }
    }

    private static String found(JsonNode finding) {
        return Columns.plain("%d:%d: %s: %s [%s]"
                .formatted(
                        finding.path("line").asInt(),
                        finding.path("column").asInt(),
                        finding.path("level").asText(),
                        finding.path("message").asText(),
                        finding.path("rule").asText()));
    }

    /** What a review looks at. */
    @Command(
            name = "diff",
            description = "版本與現行版本之差異及檢查發現。What differs from the version in force, and the findings.",
            mixinStandardHelpOptions = true)
    public static final class Diff implements Callable<Integer> {
        @Mixin
        private Remote remote = new Remote();

        @Parameters(index = "0", paramLabel = "KEY")
        private String key;

        @Parameters(index = "1", paramLabel = "VERSION", description = "how its SHA-256 begins")
        private String version;

        @Option(names = "--from", paramLabel = "VERSION", description = "compare with this one instead")
        private @Nullable String from;

        @Override
        public Integer call() {
            if (from != null) {
                String query = "?from=" + Part.encoded(from) + "&to=" + Part.encoded(version);
                return remote.tell(remote.get(at(key) + "/difference" + query), body -> lines(body.path("lines")));
            }
            return remote.tell(remote.get(at(key) + "/versions/" + Part.encoded(version)), body -> {
                String against = brief(body.path("against"));
                remote.out().println("--against " + (against.isEmpty() ? "none" : against));
                body.path("findings").forEach(found -> remote.out().println(found(found)));
                return lines(body.path("difference"));
            });
        }

        private int lines(JsonNode lines) {
            lines.forEach(line -> remote.out().println(Columns.plain(line.asText())));
            return Exit.OK;
        }
    }

    /** Makes a draft of a file. */
    @Command(
            name = "submit",
            description = "提出草案。Make a draft of a file; it runs in drills and simulations.",
            mixinStandardHelpOptions = true)
    public static final class Submit implements Callable<Integer> {
        @Mixin
        private Remote remote = new Remote();

        @Parameters(paramLabel = "FILE")
        private Path file;

        @Override
        public Integer call() throws IOException {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return remote.tell(remote.post(PATH, Map.of("text", text)), done -> print(remote, done));
        }
    }

    /** What a person does to a version, with a second factor where one is needed. */
    abstract static class Act implements Callable<Integer> {
        @Mixin
        private Remote remote = new Remote();

        @Mixin
        private Person person = new Person();

        @Parameters(index = "0", paramLabel = "KEY")
        private String key;

        @Parameters(index = "1", paramLabel = "VERSION", description = "how its SHA-256 begins, 8 characters at least")
        private String version;

        final int act(String deed, Map<String, Object> body) throws IOException {
            String path = at(key) + "/versions/" + Part.encoded(version) + "/" + deed;
            return Decision.post(remote, person, path, body, done -> print(remote, done));
        }
    }

    /** The leader's. */
    @Command(
            name = "review",
            description = "組長審查通過。The leader has examined a version.",
            mixinStandardHelpOptions = true)
    public static final class Review extends Act {
        @Mixin
        private Seen seen = new Seen();

        @Override
        public Integer call() throws IOException {
            return act("review", seen.words());
        }
    }

    /** The CISO's. */
    @Command(name = "publish", description = "資安長公布。The CISO puts a version in force.", mixinStandardHelpOptions = true)
    public static final class Publish extends Act {
        @Mixin
        private Seen seen = new Seen();

        @Override
        public Integer call() throws IOException {
            return act("publish", seen.words());
        }
    }

    /** The leader's or the CISO's. */
    @Command(name = "return", description = "退回草擬人。Send a version back to the team.", mixinStandardHelpOptions = true)
    public static final class GiveBack extends Act {
        @Option(names = "--reason", required = true)
        private String reason;

        @Override
        public Integer call() throws IOException {
            return act("return", new LinkedHashMap<>(Map.of("reason", reason)));
        }
    }

    /** The CISO's. */
    @Command(
            name = "withdraw",
            description = "資安長撤回。The CISO takes a version back: nothing for real begins with it.",
            mixinStandardHelpOptions = true)
    public static final class Withdraw extends Act {
        @Option(names = "--reason", required = true)
        private String reason;

        @Override
        public Integer call() throws IOException {
            return act("withdraw", new LinkedHashMap<>(Map.of("reason", reason)));
        }
    }
}
