package tw.xuhang.command.remote;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.xuhang.command.Exit;

/** Tokens for machines and scripts. */
@Command(name = "token", description = "API 權杖。Tokens for the API.", mixinStandardHelpOptions = true)
public final class TokenCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "create",
            description = "建立權杖；只顯示這一次。Make a token; it is shown this once.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin Remote remote,
            @Mixin Person person,
            @Parameters(paramLabel = "NAME", description = "a source's token bears the source's name") String name,
            @Option(
                            names = "--scope",
                            required = true,
                            split = ",",
                            description = "what it may do, e.g. send-signal,read-cases")
                    List<String> scopes,
            @Option(names = "--days", defaultValue = "365", description = "how long it lives, default 365") int days)
            throws IOException {
        Optional<String> password = person.password();
        if (password.isEmpty()) {
            remote.err().println("no password: give --password-file, or run it at a terminal");
            return Exit.NOT_ALLOWED;
        }
        var session = new FormSession(remote);
        Reply made = session.post(
                person, password.get(), "/api/v1/tokens", Map.of("name", name, "scopes", scopes, "days", days));
        return remote.tell(made, body -> {
            remote.out().println(body.path("token").asText());
            return Exit.OK;
        });
    }
}
