package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.xuhang.consent.Basis;
import tw.xuhang.consent.ConsentEntry;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.RequestOutcome;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.runbook.Text;

/**
 * A request for the CISO's consent with the facts it stands on.
 *
 * @param act {@code declare} or {@code stand-down}
 * @param version of the facts; a decision names the version that was seen (C2)
 * @param waitsFor {@code request}, {@code decide} or {@code declare}; null where nobody has to act
 * @param consent as the figures of a demonstration say it: {@code granted}, {@code refused}, {@code open},
 *     {@code not-needed}
 * @param level of the case, 0 while none is set
 */
@Introspected
record ConsentView(
        String key,
        String act,
        String incident,
        String run,
        String step,
        String mode,
        String phase,
        String consent,
        int version,
        @Nullable String waitsFor,
        @Nullable Instant openedAt,
        int level,
        List<Away> services,
        List<Text> effects,
        @Nullable Requested requested,
        @Nullable Decided decided,
        @Nullable Declared declared,
        @Nullable Withdrawn withdrawn) {

    /** A service that is away, with its own limits in seconds. */
    @Introspected
    record Away(
            String key,
            Text name,
            Instant since,
            long seconds,
            long limitSeconds,
            Instant limitAt,
            boolean limitReached,
            long mtpdSeconds) {}

    /** @param document number of the deputy's authorisation, empty for the holder of the duty */
    @Introspected
    record Requested(String by, String document, String ground, String note, int version, Instant at) {}

    /** @param spoken it was said by telephone (C5) */
    @Introspected
    record Decided(
            boolean granted,
            String by,
            String document,
            int version,
            String note,
            Instant at,
            boolean spoken,
            @Nullable Instant ratifiedAt,
            boolean overdue) {}

    @Introspected
    record Declared(String by, String document, String ground, String words, Instant at) {}

    @Introspected
    record Withdrawn(String reason, Instant at) {}

    static ConsentView of(ConsentRequest request, Directory directory, Instant now) {
        ConsentEntry.Opened opened = request.opened().orElseThrow();
        return new ConsentView(
                request.key(),
                Word.of(request.act()),
                request.incident(),
                opened.run(),
                opened.step(),
                Word.of(opened.mode()),
                Word.of(request.phase()),
                RequestOutcome.word(request),
                request.version(),
                request.phase().duty().map(duty -> Word.of(duty)).orElse(null),
                request.openedAt().orElse(null),
                request.basis().level(),
                request.basis().services().stream()
                        .map(away -> away(away, directory, now))
                        .toList(),
                opened.effects(),
                request.request()
                        .map(r ->
                                new Requested(r.by(), r.document(), Word.of(r.ground()), r.note(), r.version(), r.at()))
                        .orElse(null),
                request.decision().map(ConsentView::decided).orElse(null),
                request.declaration()
                        .map(d -> new Declared(d.by(), d.document(), Word.of(d.ground()), d.words(), d.at()))
                        .orElse(null),
                request.withdrawal()
                        .map(w -> new Withdrawn(Word.of(w.reason()), w.at()))
                        .orElse(null));
    }

    private static Away away(Basis.Away away, Directory directory, Instant now) {
        Text name =
                directory.service(away.service()).map(CatalogueService::name).orElse(Text.of(away.service()));
        return new Away(
                away.service(),
                name,
                away.since(),
                Word.seconds(away.lasting(now)),
                Word.seconds(away.limit()),
                away.limitAt(),
                away.limitReached(now),
                Word.seconds(away.mtpd()));
    }

    private static Decided decided(ConsentRequest.Decision decision) {
        return new Decided(
                decision.granted(),
                decision.by(),
                decision.document(),
                decision.version(),
                decision.note(),
                decision.at(),
                decision.call().isPresent(),
                decision.ratifiedAt().orElse(null),
                decision.overdue());
    }
}
