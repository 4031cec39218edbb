package tw.xuhang.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Draft;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.StreamId;

final class JacksonCodecTest {

    sealed interface Fact {
        record Asked(Instant at, Duration limit, Optional<String> by, List<String> services) implements Fact {}

        sealed interface Answer extends Fact {
            record Granted(int times) implements Answer {}
        }
    }

    private static final EntryCodec<Fact> CODEC = JacksonCodec.of(Fact.class)
            .type("consent.asked", Fact.Asked.class)
            .type("consent.granted", Fact.Answer.Granted.class, List.of(JacksonCodecTest::oneToTwo))
            .build();

    private static ObjectNode oneToTwo(ObjectNode body) {
        return body.put("times", body.remove("count").asInt());
    }

    @Test
    void aFactComesBackAsItWas() {
        Fact fact = new Fact.Asked(
                Instant.parse("2026-11-22T01:02:03.000001Z"), Duration.ofMinutes(90), Optional.empty(), List.of("公文"));
        assertThat(read(CODEC.write(fact))).isEqualTo(fact);
    }

    @Test
    void timesAndDurationsAreReadableInTheJournal() {
        Fact fact = new Fact.Asked(Instant.EPOCH, Duration.ofMinutes(90), Optional.of("a"), List.of());
        assertThat(CODEC.write(fact).body())
                .isEqualTo("{\"at\":\"1970-01-01T00:00:00Z\",\"limit\":\"PT1H30M\",\"by\":\"a\",\"services\":[]}");
    }

    @Test
    void anOlderFormIsBroughtUpToDate() {
        assertThat(CODEC.write(new Fact.Answer.Granted(2)).version()).isEqualTo(2);
        assertThat(read(new Draft("consent.granted", 1, "{\"count\":7}"))).isEqualTo(new Fact.Answer.Granted(7));
    }

    @Test
    void whatANewerReleaseWroteIsRefused() {
        assertThatThrownBy(() -> read(new Draft("consent.granted", 3, "{}")))
                .isInstanceOf(EntryCodec.UnknownEntry.class);
        assertThatThrownBy(() -> read(new Draft("consent.new", 1, "{}"))).isInstanceOf(EntryCodec.UnknownEntry.class);
        assertThatThrownBy(() -> read(new Draft("consent.granted", 2, "{\"times\":1,\"more\":2}")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> read(new Draft("consent.granted", 2, "{}"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRecordWithoutANameIsFoundAtOnce() {
        assertThatThrownBy(() -> JacksonCodec.of(Fact.class)
                        .type("consent.asked", Fact.Asked.class)
                        .build())
                .hasMessageContaining("Granted");
    }

    private static Fact read(Draft draft) {
        return CODEC.read(new Entry(
                StreamId.of("consent", "1"),
                1,
                "",
                draft.type(),
                draft.version(),
                Instant.EPOCH,
                Actor.SYSTEM,
                draft.body(),
                ""));
    }
}
