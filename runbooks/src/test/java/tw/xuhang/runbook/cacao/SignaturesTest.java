package tw.xuhang.runbook.cacao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.xuhang.runbook.cacao.SignatureVerdict.Reason;

class SignaturesTest {

    private static final JsonValue.Table PLAYBOOK =
            Fixtures.table(Fixtures.bytes(Fixtures.playbook("a1 'timeout':60000,'on_completion':'@e1'", "e1 ")));

    private Signing office = signer();
    private Signing stranger = signer();

    @BeforeEach
    void begin() {
        office = signer();
        stranger = signer();
    }

    @Test
    void aSignatureOfAKnownKeyIsTrusted() throws GeneralSecurityException {
        assertThat(judge(office.sign(PLAYBOOK, "{}"), office.key())).isEqualTo("trusted");
    }

    @Test
    void howTheFileIsLaidOutDoesNotMatter() throws GeneralSecurityException {
        JsonValue.Table signed = office.sign(PLAYBOOK, "{}");
        var turned = new LinkedHashMap<String, JsonValue>();
        List<String> names = new ArrayList<>(signed.fields().keySet());
        Collections.reverse(names);
        names.forEach(name -> turned.put(name, signed.fields().get(name)));
        assertThat(judge(new JsonValue.Table(turned), office.key())).isEqualTo("trusted");
    }

    @Test
    void aKeyThatCameAlongProvesNoOrigin() throws GeneralSecurityException {
        JsonValue.Table signed = stranger.sign(PLAYBOOK, "{}");
        assertThat(judge(signed)).isEqualTo("came-along");
        assertThat(Signatures.suffice(Signatures.judge(signed, List.of(), Fixtures.NOW), true))
                .isFalse();
    }

    @Test
    void aChangedPlaybookIsRefused() throws GeneralSecurityException {
        JsonValue.Table signed = office.sign(PLAYBOOK, "{}");
        assertThat(judge(signed.with("name", JsonValue.of("Another")), office.key()))
                .isEqualTo("changed");
        assertThat(judge(signed.with("priority", new JsonValue.Decimal(1)), office.key()))
                .isEqualTo("changed");
    }

    @Test
    void noByteOfTheSignedTextCanBeChanged() throws GeneralSecurityException {
        String signed = CanonicalJson.text(office.sign(PLAYBOOK, "{}"));
        int judged = 0;
        for (int i = 0; i < signed.length(); i += 7) {
            String changed = signed.substring(0, i) + (signed.charAt(i) == 'x' ? 'y' : 'x') + signed.substring(i + 1);
            if (JsonReader.read(Fixtures.bytes(changed)) instanceof JsonReader.Read.Parsed(JsonValue.Table table)) {
                judged++;
                assertThat(Signatures.suffice(Signatures.judge(table, List.of(office.key()), Fixtures.NOW), true))
                        .as(changed)
                        .isFalse();
            }
        }
        assertThat(judged).isGreaterThan(100);
    }

    @Test
    void aForeignKeyIsRefusedWhateverItSigned() throws GeneralSecurityException {
        assertThat(judge(stranger.sign(PLAYBOOK, "{}"), office.key())).isEqualTo("foreign-key");
        String claimed = "{\"public_key\":null,\"thumbprint\":\"abc\"}";
        assertThat(judge(stranger.sign(PLAYBOOK, claimed), office.key())).isEqualTo("changed");
        assertThat(judge(office.sign(PLAYBOOK, claimed), office.key())).isEqualTo("trusted");
        assertThat(judge(office.sign(PLAYBOOK, claimed))).isEqualTo("no-key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"algorithm\":\"HS256\"}' | UNKNOWN_ALGORITHM",
                "'{\"algorithm\":\"none\"}' | UNKNOWN_ALGORITHM",
                "'{\"algorithm\":\"ed25519\"}' | UNKNOWN_ALGORITHM",
                "'{\"algorithm\":\"LMS_SHA256_M32_H5\"}' | UNKNOWN_ALGORITHM",
                "'{\"algorithm\":null}' | INCOMPLETE",
                "'{\"type\":\"jws\"}' | INCOMPLETE",
                "'{\"hash_algorithm\":\"md5\"}' | UNKNOWN_HASH",
                "'{\"hash_algorithm\":null}' | UNKNOWN_HASH",
                "'{\"algorithm\":\"RS256\"}' | UNFIT_KEY",
                "'{\"algorithm\":\"Ed448\"}' | UNFIT_KEY",
                "'{\"related_version\":\"2025-01-01T00:00:00.000Z\"}' | OTHER_PLAYBOOK",
                "'{\"related_to\":\"playbook--00000000-0000-4000-8000-000000000000\"}' | OTHER_PLAYBOOK",
                "'{\"revoked\":true}' | REVOKED",
                "'{\"valid_from\":\"2026-11-23T04:00:01Z\"}' | NOT_YET_VALID",
                "'{\"valid_until\":\"2026-11-23T04:00:00Z\"}' | EXPIRED",
                "'{\"valid_until\":\"tomorrow\"}' | INCOMPLETE"
            })
    void whatDoesNotCountIsRefusedWithItsReason(String more, Reason reason) throws GeneralSecurityException {
        JsonValue.Table signed = office.sign(PLAYBOOK, more);
        List<SignatureVerdict> verdicts = Signatures.judge(signed, List.of(office.key()), Fixtures.NOW);
        assertThat(verdicts).singleElement().matches(one -> one.word().equals(reason.word()), reason.word());
        assertThat(verdicts.getFirst().say("zh-Hant")).startsWith("簽章不成立");
        assertThat(verdicts.getFirst().say("en")).contains("does not count");
    }

    @Test
    void aSignatureIsValidUpToItsLastMoment() throws GeneralSecurityException {
        String times = "{\"valid_from\":\"2026-11-23T04:00:00Z\",\"valid_until\":\"2026-11-23T04:00:00.001Z\"}";
        assertThat(judge(office.sign(PLAYBOOK, times), office.key())).isEqualTo("trusted");
    }

    @Test
    void ofSeveralSignaturesOneTrustedIsEnough() throws GeneralSecurityException {
        JsonValue ours = office.sign(PLAYBOOK, "{}").items("signatures").getFirst();
        JsonValue theirs = stranger.sign(PLAYBOOK, "{}").items("signatures").getFirst();
        JsonValue.Table both = PLAYBOOK.with("signatures", new JsonValue.Items(List.of(theirs, ours)));
        List<SignatureVerdict> verdicts = Signatures.judge(both, List.of(office.key()), Fixtures.NOW);
        assertThat(verdicts).extracting(SignatureVerdict::word).containsExactly("foreign-key", "trusted");
        assertThat(Signatures.suffice(verdicts, true)).isTrue();
    }

    /** Written by other software (Python's cryptography), each by another algorithm; one signs the hash's bytes. */
    @Test
    void whatOthersSignedIsVerified() throws IOException {
        JsonValue.Table signed = Fixtures.table(Fixtures.resource("signed-elsewhere.json"));
        assertThat(Signatures.judge(signed, List.of(), Fixtures.NOW))
                .hasSize(6)
                .allMatch(one -> one instanceof SignatureVerdict.Good, "good");
        assertThat(Signatures.judge(signed.with("name", JsonValue.of("x")), List.of(), Fixtures.NOW))
                .hasSize(6)
                .allMatch(one -> one.word().equals("changed"), "changed");
    }

    @Test
    void aKeyIsReadFromItsPemFile() {
        assertThat(TrustedKey.read("Comes from our friends\n" + office.pem())).isEqualTo(Optional.of(office.key()));
        assertThat(TrustedKey.read("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
                .isEmpty();
        assertThat(TrustedKey.read("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
                .isEmpty();
    }

    private static String judge(JsonValue.Table playbook, TrustedKey... keys) {
        return Signatures.judge(playbook, List.of(keys), Fixtures.NOW)
                .getFirst()
                .word();
    }

    private static Signing signer() {
        try {
            return new Signing();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
