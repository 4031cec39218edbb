package tw.xuhang.signal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.xuhang.signal.LinkState.Position;

/**
 * Turns many looks at a line into one verdict (I4). Pure: the same state and observation always give the
 * same answer, time is the observation's own, and everything remembered is in {@link LinkState}.
 */
public final class LinkWatch {

    private final LinkPolicy policy;

    public LinkWatch(LinkPolicy policy) {
        this.policy = requireNonNull(policy, "policy is null");
    }

    /** What is remembered from now on, and what to make of the observation. */
    public record Watched(LinkState state, LinkVerdict verdict) {}

    public Watched observe(LinkState state, Observation look, List<PlannedWindow> planned) {
        Optional<Observation> newest = state.newest();
        if (newest.isPresent() && (look.at().isBefore(newest.get().at()) || look.equals(newest.get()))) {
            return new Watched(state, new LinkVerdict.Stale(newest.get().at()));
        }
        LinkState seen = remember(state, look);
        if (look.answered()) {
            return answered(seen, look.at());
        }
        Optional<PlannedWindow> work =
                planned.stream().filter(window -> window.covers(look.at())).findFirst();
        boolean fell = newest.map(Observation::answered).orElse(false);
        return failed(seen, look.at(), fell, work);
    }

    /** The state with the observation in its window, and with the two runs it may start or end. */
    private LinkState remember(LinkState state, Observation look) {
        boolean blind = state.newest()
                .map(last -> last.at().plus(policy.blind()).isBefore(look.at()))
                .orElse(false);
        List<Observation> window = new ArrayList<>(blind ? List.of() : state.window());
        window.add(look);
        while (window.size() > policy.of()) {
            window.removeFirst();
        }
        boolean fell =
                !look.answered() && state.newest().map(Observation::answered).orElse(true);
        Optional<Instant> answering = blind ? Optional.empty() : state.answeringSince();
        Optional<Instant> failing =
                blind && state.position() != Position.DOWN ? Optional.empty() : state.failingSince();
        return new LinkState(
                state.position(),
                window,
                failing,
                look.answered() ? answering.or(() -> Optional.of(look.at())) : Optional.empty(),
                state.switchedAt(),
                state.falls() + (fell ? 1 : 0));
    }

    private Watched answered(LinkState state, Instant at) {
        Instant since = state.answeringSince().orElse(at);
        boolean confirmed = state.failing() >= policy.failing();
        return switch (state.position()) {
            case UP ->
                confirmed ? new Watched(state, suspected(state)) : new Watched(up(state), new LinkVerdict.StillUp());
            case DOWN ->
                confirmed
                        ? new Watched(state, new LinkVerdict.StillDown(since(state, at)))
                        : new Watched(
                                with(state, Position.RECOVERING, Optional.empty()), new LinkVerdict.BackUp(since));
            case RECOVERING -> recovering(state, since, at);
        };
    }

    /** A loss now and then, over months, is not flapping: a clean window forgets it. */
    private static LinkState up(LinkState state) {
        int falls = state.failing() == 0 ? 0 : state.falls();
        return new LinkState(
                Position.UP, state.window(), Optional.empty(), state.answeringSince(), state.switchedAt(), falls);
    }

    private Watched recovering(LinkState state, Instant since, Instant at) {
        Instant steadyAt = later(since.plus(policy.steady()), heldUntil(state));
        boolean confirmed = state.failing() >= policy.failing();
        if (confirmed || at.isBefore(steadyAt)) {
            LinkState kept = confirmed ? state : with(state, Position.RECOVERING, Optional.empty());
            return new Watched(kept, new LinkVerdict.Recovering(since, steadyAt));
        }
        LinkState steady =
                new LinkState(Position.UP, state.window(), Optional.empty(), Optional.of(since), Optional.of(at), 0);
        return new Watched(steady, new LinkVerdict.Steady(since));
    }

    private Watched failed(LinkState state, Instant at, boolean fell, Optional<PlannedWindow> work) {
        if (state.position() == Position.DOWN) {
            LinkVerdict verdict =
                    fell ? new LinkVerdict.Flapping(state.falls()) : new LinkVerdict.StillDown(since(state, at));
            return new Watched(state, verdict);
        }
        boolean flapping = fell && state.position() == Position.RECOVERING;
        if (state.failing() < policy.failing()) {
            LinkVerdict verdict = flapping ? new LinkVerdict.Flapping(state.falls()) : suspected(state);
            return new Watched(with(state, state.position(), Optional.empty()), verdict);
        }
        LinkState confirmed = with(state, state.position(), Optional.of(since(state, at)));
        if (work.isPresent()) {
            return new Watched(confirmed, new LinkVerdict.Planned(work.get()));
        }
        Instant held = heldUntil(confirmed);
        if (at.isBefore(held)) {
            LinkVerdict verdict = flapping ? new LinkVerdict.Flapping(state.falls()) : new LinkVerdict.HeldDown(held);
            return new Watched(confirmed, verdict);
        }
        return down(confirmed, at);
    }

    private static Watched down(LinkState state, Instant at) {
        Instant since = since(state, at);
        LinkState down = new LinkState(
                Position.DOWN, state.window(), Optional.of(since), Optional.empty(), Optional.of(at), state.falls());
        return new Watched(down, new LinkVerdict.Down(since));
    }

    private LinkVerdict suspected(LinkState state) {
        return new LinkVerdict.Suspected(Math.min(state.failing(), policy.failing()), policy.failing());
    }

    /** A confirmed failure keeps its beginning while the window moves on. */
    private static Instant since(LinkState state, Instant at) {
        return state.failingSince()
                .or(() -> state.window().stream()
                        .filter(look -> !look.answered())
                        .map(Observation::at)
                        .findFirst())
                .orElse(at);
    }

    private Instant heldUntil(LinkState state) {
        return state.switchedAt().map(at -> at.plus(policy.holdDown())).orElse(Instant.MIN);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static LinkState with(LinkState state, Position position, Optional<Instant> failingSince) {
        return new LinkState(
                position, state.window(), failingSince, state.answeringSince(), state.switchedAt(), state.falls());
    }
}
