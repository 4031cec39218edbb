package tw.xuhang.casebook.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists by what they hold: for the API's own description, which knows no generic types. */
final class Lists {

    private Lists() {}

    record Incidents(List<IncidentLine> items, @Nullable String next) {}

    record Timeline(List<EventView> items, @Nullable String next) {}

    record Runs(List<RunLine> items, @Nullable String next) {}

    record Log(List<LogView> items, @Nullable String next) {}

    record Tasks(List<TaskView> items, @Nullable String next) {}

    record Consents(List<ConsentView> items, @Nullable String next) {}

    record Dispatches(List<DispatchView> items, @Nullable String next) {}
}
