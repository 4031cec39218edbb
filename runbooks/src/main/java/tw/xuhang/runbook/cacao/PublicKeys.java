package tw.xuhang.runbook.cacao;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads public keys and certificates, and says which key is which. */
final class PublicKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (PUBLIC KEY|CERTIFICATE)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private PublicKeys() {}

    /** The first public key or certificate of a PEM file. */
    static Optional<TrustedKey> pem(String text) {
        Matcher found = PEM.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        return found.group(1).equals("CERTIFICATE")
                ? certificate(found.group(2))
                        .map(one -> new TrustedKey(one.getPublicKey(), Optional.of(thumbprint(one))))
                : key(found.group(2)).map(key -> new TrustedKey(key, Optional.empty()));
    }

    /** A public key as PEM has it, without its first and last line. */
    static Optional<PublicKey> key(String base64) {
        return decoded(base64).flatMap(PublicKeys::key);
    }

    private static Optional<PublicKey> key(byte[] der) {
        for (String kind : List.of("RSA", "EC", "EdDSA")) {
            try {
                return Optional.of(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der)));
            } catch (InvalidKeySpecException e) {
                // It is of another kind, or of none.
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has " + kind, e);
            }
        }
        return Optional.empty();
    }

    static Optional<X509Certificate> certificate(String base64) {
        try {
            CertificateFactory x509 = CertificateFactory.getInstance("X.509");
            Optional<byte[]> der = decoded(base64);
            return der.isEmpty()
                    ? Optional.empty()
                    : Optional.of((X509Certificate) x509.generateCertificate(new ByteArrayInputStream(der.get())));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** The certificate's {@code x5t#S256} of RFC 7517. */
    static String thumbprint(X509Certificate certificate) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** What people compare by telephone: SHA-256 of the key, hexadecimal, in groups of four. */
    static String fingerprint(PublicKey key) {
        String hex = HexFormat.of().formatHex(sha256(key.getEncoded()));
        return hex.replaceAll("(.{4})(?=.)", "$1 ");
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
