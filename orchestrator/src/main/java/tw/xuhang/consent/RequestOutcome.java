package tw.xuhang.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.Step.Consent.Act;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Post;

/** What a request means for the step that waits for it. Pure. */
public final class RequestOutcome {

    private RequestOutcome() {}

    /** How the step ends as the request stands; empty while it waits. */
    public static Optional<Outcome> of(ConsentRequest request) {
        Map<String, String> facts = Map.of("request", request.key(), "consent", word(request));
        return switch (request.phase()) {
            case DECLARED -> Optional.of(new Outcome.Succeeded(facts));
            case REFUSED ->
                Optional.of(new Outcome.Failed(
                        "consent " + request.key() + " was refused: "
                                + request.decision()
                                        .map(ConsentRequest.Decision::note)
                                        .orElse(""),
                        facts));
            case WITHDRAWN ->
                Optional.of(new Outcome.NotNeeded(
                        "withdrawn: "
                                + request.withdrawal()
                                        .map(w -> w.reason().name())
                                        .orElse(""),
                        facts));
            case BLANK, AWAITS_LIMIT, PREPARED, REQUESTED, GRANTED -> Optional.empty();
        };
    }

    /** As the demonstration's figures say it: {@code granted}, {@code refused}, {@code not-needed}, or {@code open}. */
    public static String word(ConsentRequest request) {
        return switch (request.phase()) {
            case DECLARED, GRANTED -> "granted";
            case REFUSED -> "refused";
            // Granted, and the services came back before it was declared: it was granted all the same.
            case WITHDRAWN -> request.decision().isPresent() ? "granted" : "not-needed";
            case BLANK, AWAITS_LIMIT, PREPARED, REQUESTED -> "open";
        };
    }

    /** The one thing that the request waits for, by name (R4). */
    public static Waiting waiting(ConsentRequest request) {
        return request.phase()
                .duty()
                .<Waiting>map(duty -> new Waiting.Person(duty.role().key(), request.key()))
                .orElse(new Waiting.Clock("declaration-limit"));
    }

    /**
     * What the run is told when this fact is recorded. Told too often is harmless.
     *
     * @param request with the fact in it
     */
    public static List<Post> posts(ConsentRequest request, ConsentEntry fact) {
        var opened = request.opened().filter(o -> !o.run().isEmpty());
        if (opened.isEmpty() || !changes(fact)) {
            return List.of();
        }
        var attempt = new AttemptId(opened.get().attemptStream(), opened.get().attempt());
        var posts = new ArrayList<Post>();
        if (request.phase() == Phase.DECLARED && request.act() == Act.DECLARE) {
            posts.add(new Post.Met(Need.DECLARATION));
        }
        if (request.act() == Act.DECLARE) {
            lost(request).ifPresent(why -> posts.add(new Post.Lost(Need.DECLARATION, why)));
        }
        posts.add(of(request)
                .<Post>map(outcome -> new Post.Reported(opened.get().step(), attempt, outcome))
                .orElseGet(() -> new Post.WaitsFor(opened.get().step(), attempt, waiting(request))));
        return posts;
    }

    /** Why there will be no declaration on this request. */
    private static Optional<String> lost(ConsentRequest request) {
        return switch (request.phase()) {
            case REFUSED -> Optional.of("refused");
            case WITHDRAWN -> Optional.of("withdrawn");
            case BLANK, AWAITS_LIMIT, PREPARED, REQUESTED, GRANTED, DECLARED -> Optional.empty();
        };
    }

    private static boolean changes(ConsentEntry fact) {
        return switch (fact) {
            case ConsentEntry.Prepared _,
                    ConsentEntry.Requested _,
                    ConsentEntry.Granted _,
                    ConsentEntry.Refused _,
                    ConsentEntry.Declared _,
                    ConsentEntry.Withdrawn _ -> true;
            case ConsentEntry.Opened _,
                    ConsentEntry.Restated _,
                    ConsentEntry.Asked _,
                    ConsentEntry.Reminded _,
                    ConsentEntry.Told _,
                    ConsentEntry.NotTold _,
                    ConsentEntry.CallTaskOpened _,
                    ConsentEntry.Ratified _,
                    ConsentEntry.RatificationOverdue _ -> false;
        };
    }
}
