package tw.xuhang.runbook.cacao;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** How a playbook may be signed, by the names of RFC 7518 and RFC 8037. Symmetric ones prove nothing between offices. */
enum SignatureAlgorithm {
    RS256("SHA256withRSA"),
    RS384("SHA384withRSA"),
    RS512("SHA512withRSA"),
    PS256("RSASSA-PSS"),
    PS384("RSASSA-PSS"),
    PS512("RSASSA-PSS"),
    ES256("SHA256withECDSAinP1363Format", 256),
    ES384("SHA384withECDSAinP1363Format", 384),
    ES512("SHA512withECDSAinP1363Format", 521),
    ED25519("Ed25519"),
    ED448("Ed448");

    /** Shorter RSA keys can be broken by somebody who means to. */
    private static final int LEAST_RSA_BITS = 2048;

    private final String java;
    private final int curveBits;

    SignatureAlgorithm(String java) {
        this(java, 0);
    }

    SignatureAlgorithm(String java, int curveBits) {
        this.java = java;
        this.curveBits = curveBits;
    }

    /** Names are case-sensitive, so {@code rs256} is none. */
    static Optional<SignatureAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(one -> name.equals(one.name().replace("ED", "Ed")))
                .findFirst();
    }

    /** Whether it is a key of this algorithm at all, and long enough. */
    boolean fits(PublicKey key) {
        return switch (this) {
            case RS256, RS384, RS512, PS256, PS384, PS512 ->
                key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
            case ES256, ES384, ES512 ->
                key instanceof ECPublicKey ec
                        && ec.getParams().getCurve().getField().getFieldSize() == curveBits;
            case ED25519, ED448 ->
                key instanceof EdECPublicKey ed && ed.getParams().getName().equals(java);
        };
    }

    /** Whether whoever holds the other half of the key signed these bytes. */
    boolean verifies(PublicKey key, byte[] signed, byte[] signature) {
        try {
            Signature judge = Signature.getInstance(java);
            Optional<PSSParameterSpec> pss = pss();
            if (pss.isPresent()) {
                judge.setParameter(pss.get());
            }
            judge.initVerify(key);
            judge.update(signed);
            return judge.verify(signature);
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot verify " + name(), e);
        }
    }

    private Optional<PSSParameterSpec> pss() {
        return switch (this) {
            case PS256 -> Optional.of(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            case PS384 -> Optional.of(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
            case PS512 -> Optional.of(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
            case RS256, RS384, RS512, ES256, ES384, ES512, ED25519, ED448 -> Optional.empty();
        };
    }
}
