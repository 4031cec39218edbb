package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import tw.xuhang.casebook.AddingTasks;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.casebook.Closing;
import tw.xuhang.casebook.Reporting;
import tw.xuhang.casebook.Starting;
import tw.xuhang.casebook.Steering;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.RunStore;
import tw.xuhang.execution.Shelf;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.Outages;
import tw.xuhang.publication.Repertoire;
import tw.xuhang.task.Tasks;

/** What the API asks and does across features. */
@Factory
final class Casebooks {

    @Singleton
    Closing closing(Incidents incidents, Outages outages, Dispatches dispatches, Casebook casebook) {
        return new Closing(incidents, outages, dispatches, casebook);
    }

    @Singleton
    AddingTasks addingTasks(Incidents incidents, Tasks tasks, Casebook casebook, InstantSource clock) {
        var random = new SecureRandom();
        return new AddingTasks(incidents, tasks, casebook, () -> "%08x".formatted(random.nextInt()), clock);
    }

    @Singleton
    Steering steering(RunStore store, Shelf shelf, Engine engine) {
        return new Steering(store, shelf, engine);
    }

    @Singleton
    Starting starting(Incidents incidents, Repertoire repertoire, Engine engine) {
        return new Starting(incidents, repertoire, engine::take);
    }

    @Singleton
    Reporting reporting(Incidents incidents, IncidentIndex index, Outages outages, Starting starting, Engine engine) {
        return new Reporting(incidents, index, outages, starting, engine::take);
    }
}
