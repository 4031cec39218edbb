package tw.xuhang.runbook.cacao;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Somebody elsewhere who signs playbooks with Ed25519. */
final class Signing {

    private final KeyPair keys;

    Signing() throws GeneralSecurityException {
        this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    TrustedKey key() {
        return new TrustedKey(keys.getPublic(), Optional.empty());
    }

    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + base64() + "\n-----END PUBLIC KEY-----\n";
    }

    private String base64() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** @param more further properties of the signature, as JSON; a property of theirs counts more than ours */
    JsonValue.Table sign(JsonValue.Table playbook, String more) throws GeneralSecurityException {
        JsonValue.Table signature = Fixtures.table(Fixtures.bytes("""
                { "type": "jss", "id": "jss--%s", "signee": "Example Office", "created": "2026-01-01T00:00:00.000Z",
                  "modified": "2026-01-01T00:00:00.000Z", "related_to": "%s", "related_version": "%s",
                  "hash_algorithm": "sha-256", "algorithm": "Ed25519", "public_key": "%s" }
                """.formatted(
                        Fixtures.uuid("signature"),
                        playbook.text("id").orElse(""),
                        playbook.text("modified").orElse(""),
                        base64())));
        for (var field : Fixtures.table(Fixtures.bytes(more)).fields().entrySet()) {
            signature = field.getValue() instanceof JsonValue.Nothing
                    ? signature.without(field.getKey())
                    : signature.with(field.getKey(), field.getValue());
        }
        JsonValue.Table signed = playbook.with("signatures", new JsonValue.Items(List.of(signature)));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(signed));
        Signature pen = Signature.getInstance("Ed25519");
        pen.initSign(keys.getPrivate());
        pen.update(HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII));
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(pen.sign());
        return playbook.with("signatures", new JsonValue.Items(List.of(signature.with("value", JsonValue.of(value)))));
    }
}
