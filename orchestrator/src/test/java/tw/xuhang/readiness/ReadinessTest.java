package tw.xuhang.readiness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Role;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Maintenance;
import tw.xuhang.directory.Person;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.directory.Uplink;
import tw.xuhang.doctor.Finding;
import tw.xuhang.doctor.Level;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.evidence.TinyJournal;
import tw.xuhang.readiness.store.ReadinessFacts;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Surroundings;
import tw.xuhang.runbook.port.PlaybookInspector;
import tw.xuhang.runbook.port.PlaybookInspector.Inspection;
import tw.xuhang.runbook.port.Prober;

/** The shipped runbooks at the sample office, where one thing after the other goes wrong before the day. */
final class ReadinessTest implements PlaybookInspector, Prober {

    private static final Instant MORNING = Instant.parse("2026-11-22T01:00:00Z");
    private static final String OUTAGE = "backbone-outage";

    private final StandingClock clock = new StandingClock(MORNING);
    private final TinyJournal journal = new TinyJournal(clock);
    private final Map<String, Inspection> playbooks = new HashMap<>();
    private final Set<String> enrolled = new HashSet<>();
    private Directory office = SampleOffice.directory();
    private int silentLooks;
    private boolean blind;

    private final Readiness readiness = new Readiness(
            journal,
            ReadinessFacts.codec(),
            () -> List.copyOf(Library.shipped(Surroundings.unknown()).runbooks().values()),
            List.of(
                    new PlaybooksAspect(this),
                    new PeopleAspect(() -> office, enrolled::contains),
                    new VendorsAspect(() -> office),
                    new LinesAspect(() -> office, this, clock)));

    ReadinessTest() {
        office.people().stream().map(Person::account).forEach(enrolled::add);
    }

    @Override
    public Inspection inspect(String playbook) {
        return playbooks.getOrDefault(playbook, new Inspection.Hosts(List.of("router"), Map.of()));
    }

    @Override
    public Look look(Question question) {
        return blind
                ? new Look(Sight.BLIND, Duration.ZERO, "no such device")
                : new Look(silentLooks-- <= 0, Duration.ZERO, "");
    }

    private Report outage() throws InterruptedException {
        return readiness.examine().stream()
                .filter(report -> report.runbook().key().equals(OUTAGE))
                .findFirst()
                .orElseThrow();
    }

    private Finding worst() throws InterruptedException {
        return outage().findings().getFirst();
    }

    @Test
    void theShippedRunbooksAreReadyAtTheSampleOffice() throws Exception {
        assertThat(readiness.examine()).isNotEmpty().allSatisfy(report -> {
            assertThat(report.open()).isEmpty();
            assertThat(report.findings()).isNotEmpty();
        });
    }

    @Test
    void nobodyHasLookedIsNotReady() {
        assertThat(readiness.latest()).noneMatch(Report::looked);
    }

    @Test
    void aPlaybookThatAnsibleCannotReadIsAFaultOfTheRunbookThatNeedsIt() throws Exception {
        playbooks.put("failover-route.yml", new Inspection.Unreadable("couldn't resolve module"));

        assertThat(worst().level()).isEqualTo(Level.FAULT);
        assertThat(worst().what().en()).contains("couldn't resolve module");
        assertThat(worst().where()).isEqualTo("failover-route.yml");
        assertThat(outage().owner()).isEqualTo("server-room");
    }

    @Test
    void aMachineThatLetsNobodyInIsNamedWithItsReason() throws Exception {
        playbooks.put(
                "failover-route.yml",
                new Inspection.Hosts(List.of("router", "spare"), Map.of("spare", "Permission denied")));

        assertThat(worst().what().en()).contains("spare").contains("Permission denied");
    }

    @Test
    void aPlaybookForNobodyIsAFault() throws Exception {
        playbooks.put("failover-route.yml", new Inspection.Hosts(List.of(), Map.of()));

        assertThat(worst().level()).isEqualTo(Level.FAULT);
    }

    @Test
    void aRoleThatNobodyHoldsIsAFault() throws Exception {
        office = with(office.people().stream()
                .filter(person -> !person.holds(Role.TEAM_LEADER))
                .toList());

        assertThat(worst().what().en()).contains("team-leader");
    }

    @Test
    void whoeverMustDecideWithoutASecondFactorIsNamed() throws Exception {
        String ciso = office.holders(Role.CISO).getFirst().account();
        enrolled.remove(ciso);

        assertThat(worst().level()).isEqualTo(Level.WARNING);
        assertThat(worst().where()).isEqualTo(ciso);
    }

    @Test
    void aLostPacketIsNoDeadStandbyLineAndSilenceIs() throws Exception {
        silentLooks = 2;
        assertThat(outage().open()).isEmpty();
        silentLooks = 100;
        assertThat(worst().what().en()).contains("backup").contains("does not answer");
    }

    @Test
    void aStandbyLineThatCannotBeLookedAtIsNotTakenForADeadOne() throws Exception {
        blind = true;

        assertThat(worst().level()).isEqualTo(Level.FAULT);
        assertThat(worst().what().en()).contains("cannot be looked at").contains("no such device");
    }

    @Test
    void aStandbyLineInAnnouncedWorkIsNotAskedAndSaidToBeNone() throws Exception {
        silentLooks = 100;
        office = withWork(new Maintenance("backup", MORNING.minusSeconds(60), MORNING.plusSeconds(60), "MW-7"));

        assertThat(worst().level()).isEqualTo(Level.WARNING);
        assertThat(worst().what().en()).contains("announced work");
    }

    @Test
    void onlyAChangeIsWrittenDownSoTheRecordSaysSinceWhen() throws Exception {
        outage();
        clock.advance(Duration.ofHours(1));
        assertThat(outage().since()).contains(MORNING);
        silentLooks = 100;
        assertThat(outage().since()).contains(MORNING.plus(Duration.ofHours(1)));
        assertThat(judgements(OUTAGE)).isEqualTo(2);
    }

    @Test
    void whatWasFoundIsThereAfterARestart() throws Exception {
        silentLooks = 100;
        outage();
        var restarted = new Readiness(journal, ReadinessFacts.codec(), () -> List.of(outageRunbook("")), List.of());

        assertThat(restarted.latest().getFirst().level()).isEqualTo(Level.FAULT);
    }

    @Test
    void aJudgementAboutAnotherVersionSaysNothing() throws Exception {
        outage();
        var newer = new Readiness(journal, ReadinessFacts.codec(), () -> List.of(outageRunbook("0")), List.of());

        assertThat(newer.latest().getFirst().looked()).isFalse();
    }

    private long judgements(String runbook) {
        return journal.all(Readiness.KIND).stream()
                .filter(entry -> entry.stream().key().equals(runbook))
                .count();
    }

    /** @param version another one, or empty for its own */
    private static Runbook outageRunbook(String version) {
        Runbook own = requireNonNull(
                Library.shipped(Surroundings.unknown()).runbooks().get(OUTAGE));
        return version.isEmpty()
                ? own
                : new Runbook(
                        own.key(),
                        version,
                        own.title(),
                        own.sources(),
                        own.owner(),
                        own.objective(),
                        own.triggers(),
                        own.parameters(),
                        own.steps(),
                        own.verify(),
                        own.standDown());
    }

    private Directory with(List<Person> people) {
        return new Directory(
                office.office(),
                people,
                office.deputies(),
                office.vendors(),
                office.services(),
                office.uplinks(),
                office.segments(),
                office.routers(),
                office.maintenance());
    }

    private Directory withWork(Maintenance work) {
        assertThat(office.uplink(work.uplink()).map(Uplink::role)).contains(Uplink.Role.BACKUP);
        List<Maintenance> all = new ArrayList<>(office.maintenance());
        all.add(work);
        return new Directory(
                office.office(),
                office.people(),
                office.deputies(),
                office.vendors(),
                office.services(),
                office.uplinks(),
                office.segments(),
                office.routers(),
                all);
    }
}
