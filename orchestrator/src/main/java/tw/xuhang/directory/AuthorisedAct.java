package tw.xuhang.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an authorisation on file can let a deputy do in another's place. */
public enum AuthorisedAct {
    /** Examine versions of runbooks in the leader's place. */
    REVIEW,
    /** Publish and withdraw versions of runbooks. */
    PUBLISH,
    CONSENT_TO_DECLARE,
    CONSENT_TO_STAND_DOWN,
    /** The leader's own acts: request consent, then declare or stand down. */
    DECLARE,
    CONFIRM_REPORT,
    FORENSICS,
    REFERRAL;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AuthorisedAct> of(String key) {
        return Stream.of(values()).filter(act -> act.key().equals(key)).findFirst();
    }
}
