package tw.xuhang.evidence.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import tw.xuhang.evidence.Chain;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.audit.CheckpointLog;
import tw.xuhang.evidence.audit.Evidence;
import tw.xuhang.evidence.audit.Evidence.Place;
import tw.xuhang.evidence.audit.Finding;
import tw.xuhang.evidence.audit.Finding.Code;
import tw.xuhang.evidence.audit.HeadMark;
import tw.xuhang.evidence.audit.Seal;

/** Reads an export, or its bare lines, into what the {@link tw.xuhang.evidence.audit.Verifier} judges. */
public final class PackReader {

    private final List<StoredEntry> entries = new ArrayList<>();
    private final Set<Place> withheld = new HashSet<>();
    private final Map<Place, String> erasures = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private PackReader() {}

    /**
     * @param evidence ready to be judged
     * @param key the key that signatures were checked with
     * @param trusted false when that key came out of the export itself, which anybody could have made
     * @param checkpoints how many there were to compare with
     */
    public record Read(Evidence evidence, Optional<PublicKey> key, boolean trusted, int checkpoints) {}

    /**
     * @param checkpoints directory of checkpoints kept apart from the database; without it those in the export are used
     * @param trusted the installation's public key, got by another way than the export
     * @throws IOException the file cannot be read at all
     */
    public static Read read(Path file, Optional<Path> checkpoints, Optional<PublicKey> trusted) throws IOException {
        Map<String, String> parts = parts(file);
        Optional<PublicKey> key =
                trusted.or(() -> Optional.ofNullable(parts.get(Pack.KEY)).map(Seal::publicKey));
        List<String> marks = checkpoints.isPresent()
                ? new CheckpointFiles(checkpoints.get()).lines()
                : parts.getOrDefault(Pack.CHECKPOINTS, "")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
        Evidence evidence = new PackReader().evidence(parts, key, marks);
        return new Read(evidence, key, trusted.isPresent(), marks.size());
    }

    private static Map<String, String> parts(Path file) throws IOException {
        if (!file.toString().endsWith(".zip")) {
            return Map.of(Pack.ENTRIES, Files.readString(file, UTF_8));
        }
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile(), UTF_8)) {
            for (var entry : zip.stream().toList()) {
                parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return parts;
    }

    private Evidence evidence(Map<String, String> parts, Optional<PublicKey> key, List<String> marks) {
        parts.getOrDefault(Pack.ENTRIES, "")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(this::entry);
        Optional<List<HeadMark>> contents = manifest(parts, key);
        CheckpointLog log = new CheckpointLog(key);
        for (String mark : marks) {
            checkpoint(log, mark);
        }
        findings.addAll(log.findings());
        boolean whole = Optional.ofNullable(parts.get(Pack.MANIFEST))
                .map(manifest -> json(manifest).path("incident").asText("").isEmpty())
                .orElse(true);
        return new Evidence(entries, withheld, erasures, contents, log.marks(), whole, findings);
    }

    private void entry(String line) {
        try {
            JsonNode node = Pack.parse(line);
            StoredEntry entry = Pack.entry(node);
            entries.add(entry);
            if (Pack.isWithheld(node)) {
                withheld.add(new Place(entry.stream(), entry.seq()));
            } else if (entry.type().equals(Pack.ERASED)) {
                JsonNode body = Pack.parse(entry.body());
                Place place = new Place(
                        new StreamId(body.required("stream").asText()),
                        body.required("seq").asLong());
                erasures.put(place, body.required("replaced").asText());
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            findings.add(Finding.about(
                    Code.ENTRY_ALTERED, "line " + (entries.size() + 1) + " is no entry: " + e.getMessage()));
        }
    }

    private void checkpoint(CheckpointLog log, String line) {
        try {
            log.add(CheckpointFiles.parse(line));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            findings.add(Finding.about(Code.CHECKPOINT_BROKEN, "a line is no checkpoint: " + e.getMessage()));
        }
    }

    private Optional<List<HeadMark>> manifest(Map<String, String> parts, Optional<PublicKey> key) {
        String text = parts.get(Pack.MANIFEST);
        if (text == null) {
            return Optional.empty();
        }
        String signature = parts.getOrDefault(Pack.SIGNATURE, "").strip();
        if (key.isEmpty() || !Seal.holds(key.get(), text, signature)) {
            findings.add(Finding.about(Code.MANIFEST_BROKEN, "the manifest is not signed by this key"));
        }
        JsonNode manifest = json(text);
        String digest = HexFormat.of()
                .formatHex(Chain.sha256()
                        .digest(parts.getOrDefault(Pack.ENTRIES, "").getBytes(UTF_8)));
        List<HeadMark> heads = new ArrayList<>();
        for (JsonNode head : manifest.path("streams")) {
            heads.add(new HeadMark(
                    new StreamId(head.path(0).asText()),
                    head.path(1).asLong(),
                    head.path(2).asText()));
        }
        if (!digest.equals(manifest.path("entriesSha256").asText())) {
            findings.add(
                    Finding.about(Code.MANIFEST_BROKEN, "the entries are not those that the manifest was made for"));
        }
        return Optional.of(heads);
    }

    private static JsonNode json(String text) {
        try {
            return Pack.parse(text);
        } catch (JsonProcessingException e) {
            return Pack.JSON.createObjectNode();
        }
    }
}
