package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import tw.xuhang.consent.ConsentEntry;
import tw.xuhang.consent.Consents;
import tw.xuhang.consent.OpenRequests;
import tw.xuhang.execution.AskedInVain;
import tw.xuhang.execution.store.RunRows;
import tw.xuhang.task.Tasks;
import tw.xuhang.task.store.TaskRows;

/** What may be left open before people by a run that has ended: tasks and requests. */
@Factory
final class Vain {

    @Singleton
    AskedInVain askedInVain(Tasks tasks, TaskRows rows, Consents consents, OpenRequests requests, RunRows runs) {
        return new AskedInVain(
                List.of(new TaskDesk(tasks, rows), new ConsentDesk(consents, requests)),
                run -> runs.findById(run).filter(row -> row.ending() != null).isPresent());
    }

    private record TaskDesk(Tasks tasks, TaskRows rows) implements AskedInVain.Desk {
        @Override
        public List<AskedInVain.Asked> open() {
            return rows.open().stream()
                    .map(row -> new AskedInVain.Asked(row.id(), row.run()))
                    .toList();
        }

        @Override
        public void takeBack(String key) {
            tasks.withdraw(key, "the run has ended");
        }
    }

    private record ConsentDesk(Consents consents, OpenRequests requests) implements AskedInVain.Desk {
        @Override
        public List<AskedInVain.Asked> open() {
            return requests.open().stream().flatMap(key -> asked(key).stream()).toList();
        }

        private Optional<AskedInVain.Asked> asked(String key) {
            return consents.get(key).opened().map(opened -> new AskedInVain.Asked(key, opened.run()));
        }

        @Override
        public void takeBack(String key) {
            consents.withdraw(key, ConsentEntry.Withdrawn.Reason.RUN_ENDED);
        }
    }
}
