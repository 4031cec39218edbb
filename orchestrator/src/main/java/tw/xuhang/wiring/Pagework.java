package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.BiFunction;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.casebook.Steering;
import tw.xuhang.consent.CaseConsent;
import tw.xuhang.consent.Consents;
import tw.xuhang.desk.Look;
import tw.xuhang.desk.Overview;
import tw.xuhang.directory.Directory;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.Outages;
import tw.xuhang.task.Tasks;
import tw.xuhang.web.view.Event;

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
            Steering steering) {
        return new Overview.Books(casebook, incidents, outages, consents, continuity, dispatches, tasks, steering);
    }

    @Singleton
    Overview overview(
            Overview.Books books,
            Directory directory,
            InstantSource clock,
            BiFunction<Look, Casebook.Event, Event> sentences) {
        return new Overview(books, directory, clock, sentences);
    }
}
