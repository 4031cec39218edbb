package tw.xuhang.command.remote;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The person who decides, with their own password and code: a token decides nothing. */
final class Person {

    @Option(
            names = "--account",
            required = true,
            paramLabel = "NAME",
            defaultValue = "${env:XUHANG_ACCOUNT}",
            description = "the account of the person who does it")
    private String account;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            defaultValue = "${env:XUHANG_PASSWORD_FILE}",
            description = "file with the password; else it is asked for")
    private @Nullable Path passwordFile;

    @Option(names = "--code", paramLabel = "CODE", description = "of the second factor; else it is asked for")
    private @Nullable String code;

    String account() {
        return account;
    }

    /** Empty where neither a file nor a terminal is there to ask. */
    Optional<String> password() throws IOException {
        if (passwordFile != null) {
            return Optional.of(Files.readString(passwordFile).strip());
        }
        return terminal()
                .map(asking -> asking.readPassword("%s 的密碼 password: ", account))
                .map(String::new);
    }

    /** Empty where none was given and there is no terminal to ask. */
    String code() {
        return code != null
                ? code
                : terminal()
                        .map(asking -> asking.readLine("驗證碼 code: "))
                        .map(String::strip)
                        .orElse("");
    }

    /** Whether there is a console does not say whether anybody sits at it; which it is differs between releases of Java. */
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<Console> terminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    /** For a request's own header. */
    Optional<String> authorization() throws IOException {
        return password()
                .map(password -> (account + ":" + password).getBytes(StandardCharsets.UTF_8))
                .map(both -> "Basic " + Base64.getEncoder().encodeToString(both));
    }
}
