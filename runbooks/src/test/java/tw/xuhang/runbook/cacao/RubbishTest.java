package tw.xuhang.runbook.cacao;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Surroundings;

/** What is no playbook gets an answer with a place, never an exception, and never a runbook. */
class RubbishTest {

    private static final String GOOD = Fixtures.playbook("a1 'on_completion':'@a2'", "a2 'on_completion':'@e1'", "e1 ");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1:1 | ends too early",
                "'hello' | 1:1 | a value is expected",
                "'{\"a\": 1,\n \"a\": 2}' | 2:2 | second time",
                "'{\"a\": 1,}' | 1:9 | a name in quotes",
                "'{\"a\": 01}' | 1:7 | a value is expected",
                "'[1] [2]' | 1:5 | after the end",
                "'{\"a\": \"x' | 1:9 | ends too early",
                "'{\"a\": \"\\x\"}' | 1:9 | no such escape",
                "'{\"a\": \"\\ud800\"}' | 1:15 | half a character",
                "'{\"a\": 1e999}' | 1:7 | too large",
                "'{\"a\": NaN}' | 1:7 | a value is expected"
            })
    void whatIsNoJsonIsRefusedAtItsPlace(String file, String place, String reason) {
        Remark remark = refused(Fixtures.bytes(file));
        assertThat(remark.code()).isEqualTo("no-json");
        assertThat(remark.place()).isEqualTo(place);
        assertThat(remark.say("en")).contains(reason);
    }

    @Test
    void deepHugeAndForeignBytesAreRefused() {
        assertThat(refused(Fixtures.bytes("[".repeat(100_000))).say("en")).contains("64 levels deep");
        assertThat(refused(new byte[5 * 1024 * 1024]).say("en")).contains("4 MiB");
        assertThat(refused(new byte[] {(byte) 0xA4, (byte) 0xA4}).say("en")).contains("not UTF-8");
        assertThat(refused(Fixtures.bytes("[]")).code()).isEqualTo("no-playbook");
        assertThat(refused(Fixtures.bytes("{\"type\":\"bundle\"}")).place()).isEqualTo("/type");
    }

    @Test
    void anotherVersionOrARevokedPlaybookIsRefused() {
        Remark older = refused(Fixtures.bytes(GOOD.replace("cacao-2.0", "1.1")));
        assertThat(older.place()).isEqualTo("/spec_version");
        assertThat(older.say("en")).contains("\"1.1\"");
        assertThat(refused(Fixtures.bytes(GOOD.replace("\"name\":\"A test\"", "\"revoked\":true")))
                        .code())
                .isEqualTo("playbook-revoked");
    }

    @Test
    void danglingStepsAreAllNamedWithTheirPlaces() {
        String id = "end--" + Fixtures.uuid("e1");
        Imported imported =
                imported(Fixtures.bytes(GOOD.replace("\"on_completion\":\"" + id, "\"on_completion\":\"end--nowhere")));
        assertThat(imported).isInstanceOf(Imported.Refused.class);
        assertThat(imported.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.place()).isEqualTo("/workflow/action--" + Fixtures.uuid("a2") + "/on_completion");
            assertThat(remark.arguments()).containsExactly("end--nowhere");
        });
        assertThat(refused(Fixtures.bytes(GOOD.replace("\"workflow_start\":\"start", "\"workflow_start\":\"begin")))
                        .code())
                .isEqualTo("no-start");
        assertThat(refused(Fixtures.bytes(GOOD.replace("\"type\":\"end\"", "\"type\":\"finish\"")))
                        .code())
                .isEqualTo("unknown-step");
    }

    @Test
    void stepsThatGoRoundAreRefusedWithTheWayRound() {
        String round = Fixtures.playbook("a1 'on_completion':'@a2'", "a2 'on_success':'@e1','on_failure':'@a1'", "e1 ");
        Remark remark = refused(Fixtures.bytes(round));
        assertThat(remark.code()).isEqualTo("circle");
        assertThat(remark.say("en")).contains("action--" + Fixtures.uuid("a2") + " → action--" + Fixtures.uuid("a1"));
    }

    @Test
    void waysThatCrossAgainAndAgainAreRefusedInTime() {
        String[] steps = new String[61];
        for (int i = 0; i < 60; i += 2) {
            String next = i < 58 ? "@i" + (i + 2) : "@e1";
            steps[i] = "i" + i + " 'condition':'c','on_true':'@a" + (i + 1) + "','on_false':'" + next + "'";
            steps[i + 1] = "a" + (i + 1) + " 'on_success':'" + next + "','on_failure':'@e1'";
        }
        steps[60] = "e1 ";
        assertThat(imported(Fixtures.bytes(Fixtures.playbook(steps))).remarks()).isNotEmpty();
    }

    @Test
    void onlyASignedPlaybookIsTakenWhereASignatureIsAskedFor() throws GeneralSecurityException {
        var office = new Signing();
        var settings = Fixtures.settings(office.key());
        assertThat(PlaybookImport.of(Fixtures.bytes(GOOD), settings)
                        .remarks()
                        .getFirst()
                        .code())
                .isEqualTo("not-signed");
        JsonValue.Table signed = office.sign(Fixtures.table(Fixtures.bytes(GOOD)), "{}");
        assertThat(PlaybookImport.of(CanonicalJson.bytes(signed), settings)).isInstanceOf(Imported.Runbook.class);
        JsonValue.Table changed = signed.with("name", JsonValue.of("B"));
        assertThat(PlaybookImport.of(CanonicalJson.bytes(changed), settings)).isInstanceOf(Imported.Refused.class);
        assertThat(PlaybookImport.of(CanonicalJson.bytes(changed), Fixtures.settings()))
                .isInstanceOf(Imported.Refused.class);
    }

    /** Whatever is done to a playbook: a runbook that can be loaded, or a reason. */
    @Test
    void thousandsOfSpoiledPlaybooksNeverBreakTheImport() {
        String exported = PlaybookExport.of(
                        Library.shipped(Surroundings.unknown())
                                .source("service-outage")
                                .orElseThrow(),
                        "en",
                        PlaybookExport.maker(),
                        Fixtures.NOW)
                .json();
        var random = new Random(20261123);
        var taken = new AtomicInteger();
        var refused = new AtomicInteger();
        for (int i = 0; i < 2_000; i++) {
            String text = spoil(i % 2 == 0 ? exported : GOOD, random);
            (imported(Fixtures.bytes(text)) instanceof Imported.Runbook ? taken : refused).incrementAndGet();
        }
        assertThat(taken.get()).isGreaterThan(100);
        assertThat(refused.get()).isGreaterThan(100);
    }

    /** Takes a word out, doubles it, or puts another word of the same text in its place. */
    private static String spoil(String text, Random random) {
        String[] words = text.split("(?<=[\\s\",:{}\\[\\]])|(?=[\\s\",:{}\\[\\]])");
        for (int times = random.nextInt(3) + 1; times > 0; times--) {
            int at = random.nextInt(words.length);
            words[at] = switch (random.nextInt(4)) {
                case 0 -> "";
                case 1 -> words[at] + words[at];
                case 2 -> "\u202e$main\u0000".substring(random.nextInt(4));
                default -> words[random.nextInt(words.length)];
            };
        }
        return String.join("", words);
    }

    private static Imported imported(byte[] file) {
        return PlaybookImport.of(file, Fixtures.settings());
    }

    private static Remark refused(byte[] file) {
        Imported imported = imported(file);
        assertThat(imported).isInstanceOf(Imported.Refused.class);
        return imported.remarks().getFirst();
    }
}
