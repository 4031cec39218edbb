package tw.xuhang.integration.mail;

import static java.util.Objects.requireNonNull;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import tw.xuhang.runbook.port.PostOffice;

/**
 * Hands letters to one mail server, each once: time limit, breaker and bulkhead keep a slow or dead server
 * from holding up anything else, and nothing here repeats. Every call ends within the total limit.
 */
public final class SmtpPostOffice implements PostOffice, AutoCloseable {

    private final ProducerTemplate camel;
    private final MailServer server;
    private final InstantSource clock;
    private final TimeLimiter limit;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Session form = Session.getInstance(new Properties());

    public SmtpPostOffice(ProducerTemplate camel, MailServer server, MailLimits limits, InstantSource clock) {
        this.camel = requireNonNull(camel, "camel is null");
        this.server = requireNonNull(server, "server is null");
        this.clock = requireNonNull(clock, "clock is null");
        String name = "mail-" + server.host();
        limit = TimeLimiter.of(
                name,
                TimeLimiterConfig.custom()
                        .timeoutDuration(limits.total())
                        .cancelRunningFuture(true)
                        .build());
        breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(limits.failures())
                        .minimumNumberOfCalls(limits.failures())
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(limits.rest())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(limits.atOnce())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    @Override
    public Posted post(Letter letter) throws InterruptedException {
        Optional<String> refusal = LetterCheck.refusal(letter);
        if (refusal.isPresent()) {
            return new Posted.Refused(refusal.get());
        }
        if (!breaker.tryAcquirePermission()) {
            return new Posted.Deferred("mail server " + server.host() + " was out of reach; left alone for a while");
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            return new Posted.Deferred("too many letters under way to " + server.host());
        }
        long started = breaker.getCurrentTimestamp();
        try {
            SmtpAnswer answer = send(message(letter));
            count(answer, breaker.getCurrentTimestamp() - started);
            return answer.posted();
        } catch (InterruptedException e) {
            breaker.releasePermission();
            throw e;
        } finally {
            bulkhead.onComplete();
        }
    }

    private void count(SmtpAnswer answer, long took) {
        if (answer.reached()) {
            breaker.onSuccess(took, breaker.getTimestampUnit());
        } else {
            breaker.onError(took, breaker.getTimestampUnit(), new TimeoutException("mail server out of reach"));
        }
    }

    private LetterMessage message(Letter letter) {
        try {
            return new LetterMessage(form, server, letter, clock.instant());
        } catch (MessagingException e) {
            throw new IllegalStateException("a checked letter could not be written", e);
        }
    }

    private SmtpAnswer send(LetterMessage message) throws InterruptedException {
        Callable<Exchange> work =
                () -> camel.send(MailRoutes.OUT, exchange -> exchange.getIn().setBody(message));
        Future<Exchange> under = threads.submit(work);
        try {
            Exchange sent = limit.executeFutureSupplier(() -> under);
            return answer(sent.getException(), message.crossing());
        } catch (TimeoutException e) {
            return answer(e, message.crossing());
        } catch (InterruptedException e) {
            message.crossing().callOff();
            under.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            return answer(e.getCause(), message.crossing());
        } catch (Exception e) {
            // The limiter's signature; what the work throws arrives as one of the above.
            throw new IllegalStateException("unexpected failure of a time limit", e);
        }
    }

    /** After this nothing more can happen to the letter that is not told here. */
    private static SmtpAnswer answer(@Nullable Throwable failure, Crossing crossing) {
        Crossing.Point point = crossing.callOff();
        if (failure == null || point == Crossing.Point.OVER) {
            return new SmtpAnswer(new Posted.Accepted("250"), true);
        }
        return SmtpAnswer.of(failure, point);
    }

    /** Letters under way are given up. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
