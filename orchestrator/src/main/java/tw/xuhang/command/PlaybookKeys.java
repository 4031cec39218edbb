package tw.xuhang.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tw.xuhang.runbook.cacao.TrustedKey;

/** The public keys of those whose playbooks the office takes. */
final class PlaybookKeys {

    @Option(
            names = "--key",
            paramLabel = "PEM",
            description =
                    "public key or certificate of the signer, got by another way than the playbook; may be repeated")
    private List<Path> files = new ArrayList<>();

    boolean given() {
        return !files.isEmpty();
    }

    /** @throws IOException a file cannot be read, or holds neither a public key nor a certificate */
    List<TrustedKey> read() throws IOException {
        List<TrustedKey> keys = new ArrayList<>();
        for (Path file : files) {
            Optional<TrustedKey> key = TrustedKey.read(Files.readString(file));
            keys.add(key.orElseThrow(
                    () -> new IOException(file + " 內沒有公鑰或憑證 holds neither a public key nor a certificate (PEM)")));
        }
        return keys;
    }
}
