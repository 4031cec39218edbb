package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.casebook.Closing;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.Outages;

/** What the API asks across features. */
@Factory
final class Casebooks {

    @Singleton
    Closing closing(Incidents incidents, Outages outages, Dispatches dispatches, Casebook casebook) {
        return new Closing(incidents, outages, dispatches, casebook);
    }
}
