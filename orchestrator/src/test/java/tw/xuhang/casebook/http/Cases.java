package tw.xuhang.casebook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tw.xuhang.access.Account;
import tw.xuhang.access.Accounts;
import tw.xuhang.access.Action;
import tw.xuhang.access.ApiTokens;
import tw.xuhang.access.Passwords;
import tw.xuhang.access.Role;
import tw.xuhang.access.Totp;
import tw.xuhang.access.http.Browser;
import tw.xuhang.consent.ConsentEntry;
import tw.xuhang.consent.Consents;
import tw.xuhang.directory.Directory;
import tw.xuhang.dispatch.DispatchEntry;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.evidence.Actor;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.store.KeptShelf;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.language.Reading;
import tw.xuhang.runbook.language.RunbookReader;
import tw.xuhang.runbook.run.StepStatus;

/** Brings cases, people and tokens about as the service itself would. */
@Singleton
public final class Cases {

    public static final String PASSWORD = "a long enough password";
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final String TWO_TASKS = """
            runbook: two-tasks
            title: { zh-TW: 兩項任務, en: Two tasks }
            source: [P-16]
            owner: server-room
            serves:
              services: [website]
              rto: 30m
              mtpd: 4h
            triggers:
              - signal: link.down
                where: { role: none }
                mode: act
            steps:
              - task: look
                title: { zh-TW: 查看, en: Look }
                who: server-room
                timeout: 4h
                checklist:
                  - { zh-TW: 燈號, en: Lamps }
                record: { fault-point: text, remark: optional text }
                on failure: ask server-room
              - task: write
                title: { zh-TW: 記錄, en: Write }
                who: server-room
                timeout: 4h
                checklist:
                  - { zh-TW: 寫下, en: Write it down }
                on failure: ask server-room
            """;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Incidents incidents;
    private final Outages outages;
    private final Consents consents;
    private final Dispatches dispatches;
    private final Directory directory;
    private final Engine engine;
    private final KeptShelf shelf;
    private final ApiTokens tokens;
    private final Accounts accounts;
    private final Passwords passwords;
    private final InstantSource clock;

    Cases(
            Incidents incidents,
            Outages outages,
            Consents consents,
            Dispatches dispatches,
            Directory directory,
            Engine engine,
            KeptShelf shelf,
            ApiTokens tokens,
            Accounts accounts,
            Passwords passwords,
            InstantSource clock) {
        this.incidents = incidents;
        this.outages = outages;
        this.consents = consents;
        this.dispatches = dispatches;
        this.directory = directory;
        this.engine = engine;
        this.shelf = shelf;
        this.tokens = tokens;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** @return the number of a case about something that no other test knows */
    public String open(List<Incidents.Start> starts) {
        var opening = new Incidents.Opening(
                IncidentKind.SERVICE_OUTAGE,
                "site/test-" + COUNT.incrementAndGet(),
                "官方網站中斷",
                clock.instant().minusSeconds(100),
                Mode.LIVE,
                "probe",
                Actor.SYSTEM);
        Incidents.Begun begun = incidents.open(opening, starts, Incidents.Along.NOTHING);
        begun.runs().forEach(engine::take);
        return begun.number();
    }

    /** A case with one run that waits for a person at its first step. */
    public String openWithTasks() {
        byte[] source = TWO_TASKS.getBytes(StandardCharsets.UTF_8);
        Runbook runbook = ((Reading.Read) RunbookReader.read(source, "two-tasks.yaml")).runbook();
        shelf.keep(runbook, source);
        String number = open(List.of(new Incidents.Start(runbook, Map.of(), "test")));
        waits(number + ".1", "look");
        return number;
    }

    /** Returns once the step waits for its person. */
    public void waits(String run, String step) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> engine.state(run)
                        .filter(state -> state.step(step).status() == StepStatus.PARKED)
                        .isPresent());
    }

    /** The service is away since then, as part of the case. */
    public void away(String number, String service, Duration span) {
        outages.serviceDown(
                directory.service(service).orElseThrow(), clock.instant().minus(span), "no answer");
        outages.lineDown("backup", clock.instant().minus(span), "no answer");
        assertThat(outages.attach(number)).isNotEmpty();
    }

    public void back(String service) {
        outages.serviceUp(service, clock.instant());
        outages.lineUp("backup", clock.instant());
    }

    /** A request for consent that is ready for the leader. */
    public String consent(String number) {
        String key = number + ".continuity";
        var patience =
                new ConsentEntry.Patience(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(30));
        consents.open(new ConsentEntry.Opened(
                key,
                Step.Consent.Act.DECLARE,
                number,
                "",
                "continuity",
                "",
                0,
                Mode.LIVE,
                true,
                patience,
                List.of(new Text("改以替代方式", "by the substitute way"))));
        consents.upkeep(key);
        return key;
    }

    public String order(String number) {
        String key = number + ".call";
        dispatches.place(new DispatchEntry.Placed(
                key,
                number,
                "",
                "call",
                "",
                0,
                Mode.LIVE,
                directory.vendors().getFirst().key(),
                "",
                1,
                Step.Dispatch.Severity.CRITICAL,
                Step.Dispatch.Finish.SENT,
                Duration.ofMinutes(10),
                new Text("線路中斷", "the line is down"),
                clock.instant(),
                new Text("查明障礙點", "find the fault point")));
        return key;
    }

    public String token(Action... scopes) {
        String name = "test-" + COUNT.incrementAndGet();
        var made = tokens.make(name, Set.copyOf(Arrays.asList(scopes)), Duration.ofHours(1), "admin");
        return ((ApiTokens.Made.Token) made).raw();
    }

    /** A person with a password, and a second factor. */
    public void person(String account, Role... roles) {
        accounts.put(new Account(account, account, Set.of(roles), false, true));
        accounts.passwordHash(account, passwords.hash(PASSWORD), false);
        accounts.totpSecret(account, SECRET);
    }

    /** A person who has signed in, with the second factor too. */
    public Browser signedIn(URI office, String account, Role... roles) {
        person(account, roles);
        var browser = new Browser(office);
        assertThat(browser.signIn(account, PASSWORD, code(false)).statusCode()).isEqualTo(303);
        return browser;
    }

    /** A code that works, whatever was used before: the second factor is enrolled anew. */
    public String freshCode(String account) {
        accounts.totpSecret(account, SECRET);
        return code(false);
    }

    /** A code that the person has not used yet: one of the next step where {@code ahead} is set. */
    public String code(boolean ahead) {
        Instant moment = clock.instant();
        return Totp.at(SECRET, ahead ? moment.plusSeconds(30) : moment);
    }
}
