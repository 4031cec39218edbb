package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import tw.xuhang.casebook.Casebook;

/** A line of an automatic step's log; attempt is the place of the attempt's start in the run. */
@Introspected
record LogView(String id, long attempt, String step, String level, String host, String task, String line, Instant at) {

    static LogView of(Casebook.LogLine line) {
        return new LogView(
                line.attempt() + "." + line.counter(),
                line.attempt(),
                line.step(),
                line.level(),
                line.host(),
                line.task(),
                line.line(),
                line.at());
    }
}
