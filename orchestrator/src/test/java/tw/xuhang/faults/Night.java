package tw.xuhang.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tw.xuhang.demo.Ensemble;

/** One incident, with a service that may die and people, a vendor's mailbox and a machine that go on. */
final class Night implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration EYE_BLINK = Duration.ofMillis(5);
    private static final Duration A_MOMENT = Duration.ofMillis(150);

    private final Site site;
    private final Ensemble.Shift people;
    private final Monitor monitor;
    private ServiceProcess service;
    private Optional<JsonNode> seen = Optional.empty();
    private boolean signedIn;

    private Night(Site site, Ensemble.Shift people, Monitor monitor, ServiceProcess service) {
        this.site = site;
        this.people = people;
        this.monitor = monitor;
        this.service = service;
    }

    static Night begin(Site site, Ensemble.Shift people, Moment moment) throws IOException {
        ServiceProcess service = life(site, people, moment);
        return new Night(site, people, new Monitor(service.address()), service);
    }

    private static ServiceProcess life(Site site, Ensemble.Shift people, Moment moment) throws IOException {
        Path log = site.folder().resolve("service.log");
        ServiceProcess service =
                ServiceProcess.start(site.home(), site.port(), site.settings(people.mailPort(), moment), log);
        service.awaitReady();
        return service;
    }

    Site site() {
        return site;
    }

    /** Plays until the service is dead by SIGKILL, at this moment. */
    void untilKilled(Moment moment) throws IOException, InterruptedException {
        Thread reaper = Thread.ofPlatform().start(() -> {
            while (service.isAlive() && !moment.seen().test(this)) {
                Awaitility.await().pollDelay(EYE_BLINK).until(() -> true);
            }
            if (service.isAlive()) {
                service.kill();
            }
        });
        play("the kill " + moment, () -> !service.isAlive());
        reaper.join();
    }

    int status() throws InterruptedException {
        return service.awaitDeath();
    }

    /** A new service on the same home. */
    void startAgain(Moment moment) throws IOException {
        service = life(site, people, moment);
    }

    /** Plays until the case's one run has ended and the case knows. */
    void untilTheEnd() throws IOException {
        play("the end", () -> {
            if (!service.isAlive()) {
                throw new IllegalStateException("the service ended by itself:\n" + service.tail());
            }
            if (seen.isEmpty() || seen.get().path("runs").isEmpty()) {
                return false;
            }
            return !seen.get().path("runs").path(0).path("ending").isNull();
        });
    }

    private void play(String what, Callable<Boolean> over) throws IOException {
        try {
            Awaitility.await().atMost(LONGEST).pollInterval(A_MOMENT).until(() -> {
                everybodyActs();
                return over.call();
            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("no " + what + " within " + LONGEST + ": " + seen + "\n" + service.tail(), e);
        }
    }

    /** Whoever finds the service gone tries again later. */
    private void everybodyActs() throws InterruptedException {
        try {
            if (!signedIn) {
                people.signIn();
                signedIn = true;
            }
            if (!monitor.heard()) {
                monitor.report();
            }
            seen = people.newestCase();
            if (seen.isPresent()) {
                people.act(seen.get());
            }
        } catch (IOException gone) {
            // The service is dead or about to die; the journal will tell what came of it.
        }
    }

    /** Whether the case as it was last seen waits for this duty, e.g. {@code decide}. */
    boolean awaits(String duty) {
        return seen.isPresent()
                && seen.get().path("consents").path(0).path("waitsFor").asText().equals(duty);
    }

    boolean hasMail(String address) {
        return people.letters().stream().anyMatch(letter -> letter.to().equals(address));
    }

    JsonNode ended() {
        return seen.orElseThrow().path("runs").path(0);
    }

    WrittenDown writtenDown() throws IOException, SQLException {
        return WrittenDown.read(site.home());
    }

    /** Recipient and subject of each letter, with the Message-IDs it came under. */
    Map<String, Set<String>> letters() {
        var letters = new HashMap<String, Set<String>>();
        for (Ensemble.Arrived letter : people.letters()) {
            letters.computeIfAbsent(letter.to() + " " + letter.subject(), key -> new HashSet<>())
                    .add(letter.id());
        }
        return letters;
    }

    List<String> done() throws IOException {
        return site.done();
    }

    @Override
    public void close() {
        service.close();
        people.close();
    }
}
