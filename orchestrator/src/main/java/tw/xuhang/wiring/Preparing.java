package tw.xuhang.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import tw.xuhang.access.Accounts;
import tw.xuhang.directory.Directory;
import tw.xuhang.doctor.Level;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.integration.ansible.AnsibleHome;
import tw.xuhang.integration.ansible.AnsibleInspector;
import tw.xuhang.publication.Proposals;
import tw.xuhang.publication.Publications;
import tw.xuhang.publication.Repertoire;
import tw.xuhang.publication.Trust;
import tw.xuhang.readiness.Footing;
import tw.xuhang.readiness.LinesAspect;
import tw.xuhang.readiness.PeopleAspect;
import tw.xuhang.readiness.PlaybooksAspect;
import tw.xuhang.readiness.PublicationAspect;
import tw.xuhang.readiness.Readiness;
import tw.xuhang.readiness.ReadinessEntry;
import tw.xuhang.readiness.VendorsAspect;
import tw.xuhang.readiness.store.ReadinessFacts;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.port.PlaybookInspector;
import tw.xuhang.runbook.port.Prober;

/** What is looked at before the day that it is needed. */
@Factory
final class Preparing {

    @Singleton
    EntryCodec<ReadinessEntry> readinessFacts() {
        return ReadinessFacts.codec();
    }

    @Singleton
    PlaybookInspector playbookInspector(AnsibleHome home) {
        return new AnsibleInspector(home);
    }

    /** {@code xuhang_runbooks_unfit}: runbooks that could not run now; anything but 0 wants its owner. */
    @Singleton
    Readiness readiness(
            Journal journal,
            EntryCodec<ReadinessEntry> codec,
            PlaybookInspector inspector,
            Repertoire repertoire,
            Publications publications,
            Proposals proposals,
            Footing footing,
            Trust trust,
            Directory directory,
            Accounts accounts,
            Prober prober,
            InstantSource clock,
            MeterRegistry meters) {
        var readiness = new Readiness(
                journal,
                codec,
                // Also what only a drill could run: that it could not run for real is the finding.
                () -> repertoire.all(Mode.DRILL),
                List.of(
                        new PublicationAspect(publications, proposals, footing, trust),
                        new PlaybooksAspect(inspector),
                        new PeopleAspect(
                                () -> directory,
                                account -> accounts.totpSecret(account).isPresent()),
                        new VendorsAspect(() -> directory),
                        new LinesAspect(() -> directory, prober, clock)),
                proposals::look);
        Gauge.builder("xuhang.runbooks.unfit", readiness, Preparing::unfit)
                .description("runbooks that could not run now, as found last")
                .register(meters);
        return readiness;
    }

    private static long unfit(Readiness readiness) {
        return readiness.latest().stream()
                .filter(report -> report.level() == Level.FAULT)
                .count();
    }
}
