package tw.xuhang.evidence.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.audit.Checkpoint;
import tw.xuhang.evidence.audit.HeadMark;

/** Checkpoints as JSON lines, one file a day (UTC), only ever added to. The first of each file is a full one. */
public final class CheckpointFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path directory;

    public CheckpointFiles(Path directory) {
        this.directory = directory;
    }

    /** Oldest first. A line that is no checkpoint ends in an exception: nothing after it can be trusted. */
    public List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files()) {
            lines.addAll(Files.readAllLines(file, UTF_8));
        }
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /** The lines of the newest file, which begins with a full checkpoint. */
    public List<String> newest() throws IOException {
        List<Path> files = files();
        return files.isEmpty() ? List.of() : Files.readAllLines(files.getLast(), UTF_8);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    boolean isFirstOfItsFile(Instant at) {
        return !Files.exists(file(at));
    }

    /** On disk before it returns. */
    void add(Checkpoint checkpoint) throws IOException {
        Files.createDirectories(directory);
        try (FileChannel channel = FileChannel.open(
                file(checkpoint.at()),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            ByteBuffer line = ByteBuffer.wrap((write(checkpoint) + "\n").getBytes(UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    private Path file(Instant at) {
        return directory.resolve(at.atOffset(ZoneOffset.UTC).toLocalDate() + ".jsonl");
    }

    static String write(Checkpoint checkpoint) {
        ObjectNode node = JSON.createObjectNode()
                .put("number", checkpoint.number())
                .put("at", checkpoint.at().toString())
                .put("previous", checkpoint.previous())
                .put("full", checkpoint.full())
                .put("streams", checkpoint.streams())
                .put("root", checkpoint.root());
        ArrayNode heads = node.putArray("heads");
        for (HeadMark mark : checkpoint.heads()) {
            heads.addArray().add(mark.stream().value()).add(mark.seq()).add(mark.hash());
        }
        return node.put("signature", checkpoint.signature()).toString();
    }

    public static Checkpoint parse(String line) throws JsonProcessingException {
        JsonNode node = JSON.readTree(line);
        List<HeadMark> heads = new ArrayList<>();
        for (JsonNode head : node.required("heads")) {
            heads.add(new HeadMark(
                    new StreamId(head.required(0).asText()),
                    head.required(1).asLong(),
                    head.required(2).asText()));
        }
        return new Checkpoint(
                node.required("number").asLong(),
                Instant.parse(node.required("at").asText()),
                node.required("previous").asText(),
                node.required("full").asBoolean(),
                node.required("streams").asLong(),
                node.required("root").asText(),
                heads,
                node.required("signature").asText());
    }
}
