package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.casebook.Steering;
import tw.xuhang.consent.CaseConsent;
import tw.xuhang.consent.Consents;
import tw.xuhang.desk.Overview;
import tw.xuhang.desk.Telling;
import tw.xuhang.directory.Directory;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.Outages;
import tw.xuhang.readiness.Readiness;
import tw.xuhang.task.Tasks;

/** What the pages read. */
@Factory
final class Pagework {

    @Singleton
    Overview.Books books(
            Casebook casebook,
            Incidents incidents,
            Outages outages,
            Consents consents,
            CaseConsent continuity,
            Dispatches dispatches,
            Tasks tasks,
            Steering steering,
            Readiness readiness) {
        return new Overview.Books(
                casebook, incidents, outages, consents, continuity, dispatches, tasks, steering, readiness);
    }

    @Singleton
    Overview overview(Overview.Books books, Directory directory, InstantSource clock, Telling telling) {
        return new Overview(books, directory, clock, telling);
    }
}
