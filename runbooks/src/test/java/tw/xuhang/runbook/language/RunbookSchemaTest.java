package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

class RunbookSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(RunbookSchema.json());

    @Test
    void theShippedRunbooksAreValid() {
        Library library = Library.shipped(Surroundings.unknown());
        assertThat(library.sources()).isNotEmpty();
        library.sources()
                .values()
                .forEach(source -> assertThat(judge(source.text())).isEmpty());
    }

    @Test
    void theSchemaItselfIsValid() throws Exception {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(java.net.URI.create("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(JSON.readTree(RunbookSchema.json()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rulesOfKeys")
    void readerAndSchemaRefuseTheSameExamples(Rule rule) {
        assertThat(judge(Spoiled.of(rule).text())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("rulesOfMeaning")
    void whatOnlyTheCheckerSeesIsValidForTheSchema(Rule rule) {
        assertThat(judge(Spoiled.of(rule).text())).isEmpty();
    }

    @Test
    void readerAndSchemaAgreeOnHundredsOfSpoiledRunbooks() {
        var random = new Random(20261122);
        var refused = new AtomicInteger();
        var read = new AtomicInteger();
        for (int i = 0; i < 800; i++) {
            String text = Noise.word(Sample.TEXT, random);
            Reading reading = RunbookReader.read(text.getBytes(StandardCharsets.UTF_8), "stdin");
            boolean onlyOfKeys = reading.findings().stream()
                    .allMatch(f -> f.rule().id().startsWith("RB-K") && f.rule() != Rule.DUPLICATE_KEY);
            if (onlyOfKeys && canBeJson(text)) {
                boolean accepted = reading instanceof Reading.Read;
                (accepted ? read : refused).incrementAndGet();
                assertThat(judge(text).isEmpty())
                        .as(() -> text + "\n" + reading.findings())
                        .isEqualTo(accepted);
            }
        }
        assertThat(refused.get()).isGreaterThan(200);
        assertThat(read.get()).isGreaterThan(30);
    }

    private static Set<ValidationMessage> judge(String yaml) {
        return SCHEMA.validate(tree(yaml));
    }

    private static JsonNode tree(String yaml) {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return JSON.valueToTree(loaded == null ? List.of() : loaded);
    }

    /** Below a key that is unknown the reader does not look, and JSON cannot hold the same key twice. */
    private static boolean canBeJson(String yaml) {
        try {
            tree(yaml);
            return true;
        } catch (YamlEngineException e) {
            return false;
        }
    }

    private static List<Rule> rulesOfKeys() {
        return rules("RB-K").filter(rule -> rule != Rule.DUPLICATE_KEY).toList();
    }

    private static List<Rule> rulesOfMeaning() {
        return rules("RB-C").toList();
    }

    private static Stream<Rule> rules(String prefix) {
        return Arrays.stream(Rule.values()).filter(rule -> rule.id().startsWith(prefix));
    }
}
