package tw.xuhang.intake.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.http.Open;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.intake.SignalReport;
import tw.xuhang.intake.Signals;
import tw.xuhang.integration.inbound.Reading;
import tw.xuhang.integration.route.Delivered;
import tw.xuhang.integration.route.Entrances;
import tw.xuhang.runbook.Text;
import tw.xuhang.signal.Original;

/** Deliveries in, dispositions out. 202 is said only for what is stored (I1). */
@Controller("/api/v1/signals")
@Open("each source shows its own token or signature")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignalsController {

    private static final int LARGEST = 1 << 20;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final byte[] NOTHING = new byte[0];

    private final Sources sources;
    private final SourceGate gate;
    private final Entrances entrances;
    private final Signals signals;

    SignalsController(Sources sources, SourceGate gate, Entrances entrances, Signals signals) {
        this.sources = sources;
        this.gate = gate;
        this.entrances = entrances;
        this.signals = signals;
    }

    @Open("a source brings its own token or signature, and the answer depends on which source it is")
    @Post("/{source}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> deliver(String source, HttpRequest<?> request, @Body byte @Nullable [] sent) {
        byte[] body = sent == null ? NOTHING : sent;
        Optional<Source> known = sources.named(source);
        if (known.isEmpty()) {
            return Answers.problem(Answers.said(
                    404,
                    "unknown-source",
                    new Text("未知的來源", "Unknown source"),
                    new Text("設定中沒有這個名稱的來源。", "no source of this name is configured")));
        }
        if (!gate.admits(known.get(), request, body)) {
            return Answers.unauthorized();
        }
        if (body.length > LARGEST) {
            return Answers.problem(Answers.said(
                    413,
                    "too-large",
                    new Text("內容過大", "Too large"),
                    new Text("一次最多 1 MiB。", "send at most 1 MiB at once")));
        }
        Original original =
                new Original(request.getContentType().map(MediaType::toString).orElse(""), body);
        return switch (entrances.deliver(
                new tw.xuhang.integration.route.Post(source, known.get().format(), original))) {
            case Delivered.Stored stored -> Answers.accepted(stored.receipts());
            case Delivered.Rejected(Reading.Rejected(String code, String where, String advice)) ->
                Answers.problem(Answers.said(
                                400, code, new Text("無法讀取", "Cannot be read"), new Text("內容不符該來源之格式，請修正後再送。", advice))
                        .at(where));
            case Delivered.Unavailable(var retryAfter) -> Answers.unavailable(retryAfter);
        };
    }

    @Open("a source may look at its own signals only, people and other machines by READ_CASES")
    @Get("/{id:[0-9]+}")
    HttpResponse<?> signal(long id, HttpRequest<?> request) {
        try {
            Optional<SignalReport> report = signals.find(id);
            String source = report.map(found -> found.signal().source()).orElse("");
            if (!gate.mayRead(source, request)) {
                return Answers.unauthorized();
            }
            return report.<HttpResponse<?>>map(found -> HttpResponse.ok(SignalView.of(found)))
                    .orElseGet(() -> Answers.problem(Answers.said(
                            404,
                            "unknown-signal",
                            new Text("查無此訊號", "Unknown signal"),
                            new Text("沒有這個編號的訊號。", "no signal has this number"))));
        } catch (JournalUnavailable e) {
            return Answers.unavailable(RETRY_AFTER);
        }
    }
}
