package tw.xuhang.runbook.cacao;

import static tw.xuhang.runbook.cacao.SignatureVerdict.Reason;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the signatures of a playbook (CACAO 2.0 §10.15). What is signed is the playbook with this one signature in it, its
 * value and countersignature taken out: written canonically (RFC 8785), hashed, the hash as lower-case hexadecimal text.
 */
public final class Signatures {

    private static final Set<String> HASHES = Set.of("sha-256", "sha-384", "sha-512");

    private final JsonValue.Table playbook;
    private final List<TrustedKey> trusted;
    private final Instant now;

    private Signatures(JsonValue.Table playbook, List<TrustedKey> trusted, Instant now) {
        this.playbook = playbook;
        this.trusted = trusted;
        this.now = now;
    }

    /**
     * One verdict for each signature of the playbook, in its order; none: nobody signed.
     *
     * @param trusted keys that the office knows; empty: the playbook's own keys are used, which proves no origin
     * @param now when the validity is judged
     */
    static List<SignatureVerdict> judge(JsonValue.Table playbook, List<TrustedKey> trusted, Instant now) {
        var judge = new Signatures(playbook, List.copyOf(trusted), now);
        List<SignatureVerdict> verdicts = new ArrayList<>();
        List<JsonValue> all = playbook.items("signatures");
        for (int i = 0; i < all.size(); i++) {
            JsonValue.Table signature = all.get(i) instanceof JsonValue.Table table ? table : JsonValue.empty();
            verdicts.add(judge.one(signature, signature.text("id").orElse("/signatures/" + i)));
        }
        return List.copyOf(verdicts);
    }

    /** Whether the playbook may be used as far as its signatures go: of one trusted key, or unbroken where none is asked for. */
    static boolean suffice(List<SignatureVerdict> verdicts, boolean keysGiven) {
        return keysGiven
                ? verdicts.stream()
                        .anyMatch(one -> one instanceof SignatureVerdict.Good good
                                && good.known() == SignatureVerdict.Known.TRUSTED)
                : verdicts.stream().allMatch(one -> one instanceof SignatureVerdict.Good);
    }

    private SignatureVerdict one(JsonValue.Table signature, String id) {
        String signee = signature.text("signee").orElse("?");
        String value = signature.text("value").orElse("");
        String algorithmName = signature.text("algorithm").orElse("");
        String hash = signature.text("hash_algorithm").orElse("");
        if (!signature.text("type").equals(Optional.of("jss")) || value.isEmpty() || algorithmName.isEmpty()) {
            return new SignatureVerdict.Bad(id, signee, Reason.INCOMPLETE, "type, value, algorithm");
        }
        Optional<SignatureAlgorithm> algorithm = SignatureAlgorithm.named(algorithmName);
        if (algorithm.isEmpty()) {
            return new SignatureVerdict.Bad(id, signee, Reason.UNKNOWN_ALGORITHM, algorithmName);
        }
        if (!HASHES.contains(hash)) {
            return new SignatureVerdict.Bad(id, signee, Reason.UNKNOWN_HASH, hash.isEmpty() ? "-" : hash);
        }
        for (String[] same : new String[][] {{"related_to", "id"}, {"related_version", "modified"}}) {
            if (!signature.text(same[0]).equals(playbook.text(same[1]))) {
                String detail = same[0] + " = " + signature.text(same[0]).orElse("-");
                return new SignatureVerdict.Bad(id, signee, Reason.OTHER_PLAYBOOK, detail);
            }
        }
        return with(signature, id, signee, algorithm.get(), hash);
    }

    private SignatureVerdict with(
            JsonValue.Table signature, String id, String signee, SignatureAlgorithm algorithm, String hash) {
        Optional<X509Certificate> certificate =
                signature.texts("public_cert_chain").stream().findFirst().flatMap(PublicKeys::certificate);
        Optional<PublicKey> own = signature
                .text("public_key")
                .flatMap(PublicKeys::key)
                .or(() -> certificate.map(X509Certificate::getPublicKey));
        boolean carries = signature.get("public_key").isPresent()
                || signature.get("public_cert_chain").isPresent();
        if (carries && own.isEmpty()) {
            return new SignatureVerdict.Bad(id, signee, Reason.UNFIT_KEY, "");
        }
        if (own.isPresent() && !trusted.isEmpty() && trusted.stream().noneMatch(key -> key.is(own.get()))) {
            return new SignatureVerdict.Bad(id, signee, Reason.FOREIGN_KEY, PublicKeys.fingerprint(own.get()));
        }
        List<PublicKey> candidates = own.map(List::of).orElseGet(() -> known(signature));
        if (candidates.isEmpty()) {
            return new SignatureVerdict.Bad(
                    id, signee, Reason.NO_KEY, signature.text("cert_url").orElse(""));
        }
        List<PublicKey> fit = candidates.stream().filter(algorithm::fits).toList();
        if (fit.isEmpty()) {
            return new SignatureVerdict.Bad(id, signee, Reason.UNFIT_KEY, algorithm.name());
        }
        Optional<PublicKey> signer = fit.stream()
                .filter(key -> verifies(signature, algorithm, hash, key))
                .findFirst();
        if (signer.isEmpty()) {
            return new SignatureVerdict.Bad(id, signee, Reason.CHANGED, "");
        }
        return certificate
                .flatMap(this::outdated)
                .map(detail ->
                        (SignatureVerdict) new SignatureVerdict.Bad(id, signee, Reason.CERTIFICATE_EXPIRED, detail))
                .or(() -> untimely(signature, id, signee))
                .orElseGet(() -> new SignatureVerdict.Good(
                        id,
                        signee,
                        trusted.isEmpty() ? SignatureVerdict.Known.CAME_ALONG : SignatureVerdict.Known.TRUSTED,
                        PublicKeys.fingerprint(signer.get())));
    }

    /** The office's keys for a signature that names its key without carrying it. Nothing is fetched from anywhere. */
    private List<PublicKey> known(JsonValue.Table signature) {
        Optional<String> thumbprint = signature.text("thumbprint");
        return trusted.stream()
                .filter(key -> thumbprint.isEmpty()
                        || key.thumbprint().isEmpty()
                        || key.thumbprint().equals(thumbprint))
                .map(TrustedKey::key)
                .toList();
    }

    /** The text of the hash is what the specification's example signs; its bytes are what some signers sign. */
    private boolean verifies(JsonValue.Table signature, SignatureAlgorithm algorithm, String hash, PublicKey key) {
        byte[] value;
        try {
            value = Base64.getUrlDecoder().decode(signature.text("value").orElse(""));
        } catch (IllegalArgumentException e) {
            return false;
        }
        byte[] digest = digest(hash, signed(signature));
        byte[] written = HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
        return algorithm.verifies(key, written, value) || algorithm.verifies(key, digest, value);
    }

    private byte[] signed(JsonValue.Table signature) {
        JsonValue alone = new JsonValue.Items(List.of(signature.without("value", "signature")));
        return CanonicalJson.bytes(playbook.with("signatures", alone));
    }

    private static byte[] digest(String hash, byte[] bytes) {
        try {
            return MessageDigest.getInstance(hash).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + hash, e);
        }
    }

    private Optional<String> outdated(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(now));
            return Optional.empty();
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return Optional.of(certificate.getNotBefore().toInstant() + " – "
                    + certificate.getNotAfter().toInstant());
        }
    }

    private Optional<SignatureVerdict> untimely(JsonValue.Table signature, String id, String signee) {
        if (signature.isTrue("revoked")) {
            return Optional.of(new SignatureVerdict.Bad(id, signee, Reason.REVOKED, ""));
        }
        for (String name : List.of("valid_from", "valid_until")) {
            Optional<String> written = signature.text(name);
            if (written.isPresent()) {
                Optional<Instant> time = time(written.get());
                if (time.isEmpty()) {
                    return Optional.of(new SignatureVerdict.Bad(id, signee, Reason.INCOMPLETE, name));
                }
                boolean from = name.equals("valid_from");
                if (from ? now.isBefore(time.get()) : !now.isBefore(time.get())) {
                    Reason reason = from ? Reason.NOT_YET_VALID : Reason.EXPIRED;
                    return Optional.of(new SignatureVerdict.Bad(id, signee, reason, written.get()));
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Instant> time(String written) {
        try {
            return Optional.of(Instant.parse(written));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
