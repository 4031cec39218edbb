package tw.xuhang.consent;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a request stands. Each has the one duty that it waits for. */
public enum Phase {
    /** Nothing has happened. */
    BLANK(null),
    /** A service is away, its limit is not reached. */
    AWAITS_LIMIT(null),
    PREPARED(Duty.REQUEST),
    REQUESTED(Duty.DECIDE),
    GRANTED(Duty.DECLARE),
    REFUSED(null),
    DECLARED(null),
    WITHDRAWN(null);

    private final @Nullable Duty duty;

    Phase(@Nullable Duty duty) {
        this.duty = duty;
    }

    public Optional<Duty> duty() {
        return Optional.ofNullable(duty);
    }

    /** Nothing can happen to it any more, save the ratification of what was spoken. */
    public boolean isClosed() {
        return this == REFUSED || this == DECLARED || this == WITHDRAWN;
    }
}
