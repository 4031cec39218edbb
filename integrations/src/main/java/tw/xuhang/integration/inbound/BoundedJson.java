package tw.xuhang.integration.inbound;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** One JSON object in UTF-8 within limits: 1 MiB, 20 levels, 64 KiB per text, no key twice. */
final class BoundedJson {

    static final int LARGEST = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LARGEST)
                            .maxNestingDepth(20)
                            .maxStringLength(1 << 16)
                            .maxNameLength(512)
                            .maxNumberLength(64)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BoundedJson() {}

    static Reading read(byte[] body, Function<ObjectNode, Reading> reader) {
        if (body.length > LARGEST) {
            return new Reading.Rejected("too-large", "", "send at most 1 MiB at once");
        }
        try (var text = text(body)) {
            JsonNode node = MAPPER.readTree(text);
            return node instanceof ObjectNode object
                    ? reader.apply(object)
                    : new Reading.Rejected("not-an-object", "", "send one JSON object");
        } catch (JsonProcessingException e) {
            return new Reading.Rejected(
                    "not-json", place(e), "send one well-formed JSON object, at most 20 levels deep");
        } catch (IOException _) {
            return new Reading.Rejected("not-utf8", "", "send UTF-8");
        }
    }

    /** The parser itself guesses UTF-16 and replaces broken bytes; this does neither. */
    private static InputStreamReader text(byte[] body) {
        int mark =
                body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF ? 3 : 0;
        return new InputStreamReader(
                new ByteArrayInputStream(body, mark, body.length - mark),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
    }
}
