package tw.xuhang.runbook.cacao;

import java.util.Locale;

/** What is to be said of one signature of a playbook. */
public sealed interface SignatureVerdict {

    /** Its id, or its place where it has none. */
    String id();

    String signee();

    /** By whom, and whether the office knows the key. */
    record Good(String id, String signee, Known known, String fingerprint) implements SignatureVerdict {}

    /** Whose the key is. */
    enum Known {
        /** The office gave it. */
        TRUSTED,
        /** It came with the playbook: nothing was changed since, but anybody can have signed. */
        CAME_ALONG
    }

    /** @param detail what the reason is about: a name, a time, a key's fingerprint */
    record Bad(String id, String signee, Reason reason, String detail) implements SignatureVerdict {}

    /** Why a signature does not count. */
    enum Reason {
        INCOMPLETE,
        UNKNOWN_ALGORITHM,
        UNKNOWN_HASH,
        OTHER_PLAYBOOK,
        NO_KEY,
        UNFIT_KEY,
        FOREIGN_KEY,
        CHANGED,
        CERTIFICATE_EXPIRED,
        REVOKED,
        NOT_YET_VALID,
        EXPIRED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** In the words of one language. */
    default String say(String language) {
        var words = new Words(language);
        return switch (this) {
            case Good good ->
                words.say(
                        "signature." + good.known().name().toLowerCase(Locale.ROOT),
                        good.signee(),
                        good.id(),
                        good.fingerprint());
            case Bad bad ->
                words.say(
                        "signature.bad",
                        bad.signee(),
                        bad.id(),
                        words.say("signature." + bad.reason().word(), bad.detail()));
        };
    }

    /** The word for scripts: {@code trusted}, {@code came-along} or the reason. */
    default String word() {
        return switch (this) {
            case Good good -> good.known().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Bad bad -> bad.reason().word();
        };
    }
}
