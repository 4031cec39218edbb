package tw.xuhang.runbook.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A runbook's file as it was at one moment. */
public final class Source {

    private final String name;
    private final byte[] bytes;

    /** @param name as findings call it */
    public Source(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /**
     * One file, as far as the reader looks at it: of one too large only so much that it is refused.
     *
     * @throws IOException it cannot be read
     */
    public static Source of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Source(file.toString(), in.readNBytes(SourceText.MOST_BYTES + 1));
        }
    }

    public String name() {
        return name;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * The same as JSON, comments left out.
     *
     * @throws IllegalStateException this is no runbook
     */
    public String json() {
        if (!(RunbookReader.read(bytes, name) instanceof Reading.Read)) {
            throw new IllegalStateException(name + " is no runbook");
        }
        return Json.write(new Load(LoadSettings.builder().build()).loadFromString(text()));
    }

    /**
     * The same with the steps that it stands for in the place of each loop, as runs and paper know them.
     *
     * @throws IllegalStateException this is no runbook
     */
    public String unrolledJson() {
        Tree tree = Tree.read(bytes, name, Grammar.RUNBOOK);
        return tree.root()
                .map(root -> Json.write(PlainTree.of(Unrolling.of(root, tree.findings()))))
                .orElseThrow(() -> new IllegalStateException(name + " is no runbook"));
    }

    /** SHA-256 of the bytes, hexadecimal. */
    public String version() {
        return RunbookReader.version(bytes);
    }
}
