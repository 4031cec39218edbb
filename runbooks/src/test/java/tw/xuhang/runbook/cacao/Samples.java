package tw.xuhang.runbook.cacao;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Playbooks and schemas that others wrote; they are kept beside the project, not in it. */
final class Samples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    /** The test reports itself skipped where samples are absent. */
    static Path folder(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null
                && !Files.exists(root.resolve("shared/data").resolve(name))) {
            root = root.getParent();
        }
        Path folder = root.resolve("shared/data").resolve(name);
        assumeTrue(Files.exists(folder), "samples " + name + " are not on this machine");
        return folder;
    }

    static byte[] soarca(String name) throws IOException {
        return Files.readAllBytes(folder("soarca/examples").resolve(name + "-playbook.json"));
    }

    /** What the schemas of OASIS have against a playbook. */
    static List<String> judge(byte[] playbook) throws IOException {
        return schema().validate(JSON.readTree(playbook)).stream()
                .map(message -> message.getInstanceLocation() + " " + message.getMessage())
                .sorted()
                .toList();
    }

    private static JsonSchema schema() throws IOException {
        Path schemas = folder("cacao-json-schemas/schemas");
        JsonNode playbook = JSON.readTree(Files.readAllBytes(schemas.resolve("playbook.json")));
        String id = playbook.get("$id").asText();
        String prefix = id.substring(0, id.lastIndexOf('/') + 1);
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V7,
                builder -> builder.schemaMappers(
                        mappers -> mappers.mapPrefix(prefix, schemas.toUri().toString())));
        return factory.getSchema(URI.create(id));
    }
}
