package tw.xuhang.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import tw.xuhang.access.Role;
import tw.xuhang.directory.Deputy;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.RememberingCodec;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.evidence.TinyJournal;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step.Consent.Act;
import tw.xuhang.runbook.Text;

/** A case at the moment when consent may be needed: the sample office, one service away. */
final class ConsentDesk {

    static final Instant T0 = Instant.parse("2026-11-21T18:10:00Z");
    static final String KEY = "run-2026-0001.1.9";
    static final String INCIDENT = "2026-0001";
    static final ConsentEntry.Patience PATIENCE =
            new ConsentEntry.Patience(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(30));

    final StandingClock clock = new StandingClock(T0);
    final TinyJournal journal = new TinyJournal(clock);
    final RememberingCodec<ConsentEntry> codec = new RememberingCodec<>();
    final AtomicReference<Directory> directory = new AtomicReference<>(SampleOffice.directory());
    final AtomicReference<Situation> situation = new AtomicReference<>(away("official-documents"));
    final Consents consents = new Consents(journal, codec, directory::get, incident -> situation.get(), clock);

    static Situation away(String... services) {
        return new Situation(
                new Basis(
                        List.of(services).stream()
                                .map(s -> new Basis.Away(s, T0, Duration.ofSeconds(12), Duration.ofMinutes(2)))
                                .toList(),
                        2),
                true);
    }

    ConsentDesk opened() {
        return opened(Act.DECLARE, true);
    }

    ConsentDesk opened(Act act, boolean atLimit) {
        consents.open(new ConsentEntry.Opened(
                KEY,
                act,
                INCIDENT,
                "2026-0001.1",
                "continuity",
                "run/2026-0001.1",
                9,
                Mode.LIVE,
                atLimit,
                PATIENCE,
                List.of(new Text("改以替代方式收發公文", "documents go by the substitute way"))));
        return this;
    }

    ConsentDesk prepared() {
        opened();
        clock.set(T0.plusSeconds(12));
        consents.upkeep(KEY);
        assertThat(request().phase()).isEqualTo(Phase.PREPARED);
        return this;
    }

    ConsentDesk requested() {
        prepared();
        recorded(consents.request(KEY, "leader", 1, Ground.LIMIT_REACHED, ""));
        return this;
    }

    ConsentDesk granted() {
        requested();
        recorded(consents.grant(KEY, "ciso", 1, ""));
        return this;
    }

    ConsentRequest request() {
        return consents.get(KEY);
    }

    List<ConsentEntry> facts() {
        return journal.all(Consents.KIND).stream().map(codec::read).toList();
    }

    List<Entry> entries() {
        return journal.all(Consents.KIND);
    }

    PhoneCall call(String number, String recorder, String witness, int version) {
        return new PhoneCall("ciso", number, recorder, witness, ReadBack.code(KEY, version), clock.instant());
    }

    static ConsentRequest recorded(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Recorded.class);
        return ((Answer.Recorded) answer).request();
    }

    static Refusal declined(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Declined.class);
        return ((Answer.Declined) answer).why();
    }

    void withRoles(String account, Set<Role> roles) {
        Directory d = directory.get();
        var people = d.people().stream()
                .map(p -> p.account().equals(account)
                        ? new Person(account, p.name(), roles, p.mail(), p.phones(), p.verified())
                        : p)
                .toList();
        directory.set(with(d, people, d.deputies()));
    }

    static Directory with(Directory d, List<Person> people, List<Deputy> deputies) {
        return new Directory(
                d.office(),
                people,
                deputies,
                d.vendors(),
                d.services(),
                d.uplinks(),
                d.segments(),
                d.routers(),
                d.maintenance());
    }
}
