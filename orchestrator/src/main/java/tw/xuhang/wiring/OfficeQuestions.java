package tw.xuhang.wiring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.execution.store.KeptShelf;
import tw.xuhang.execution.store.RunRows;
import tw.xuhang.runbook.port.Prober;
import tw.xuhang.step.ProbeSteps;
import tw.xuhang.watch.Lines;

/** What probe steps ask: the office's lines, and the services that a run's runbook serves. */
record OfficeQuestions(Directory directory, Lines lines, RunRows runs, KeptShelf shelf)
        implements ProbeSteps.Questions {

    @Override
    public Optional<Prober.Question> uplink(String key) {
        return directory.uplink(key).map(directory::question);
    }

    @Override
    public Map<String, Prober.Question> servicesOf(String run) {
        var questions = new LinkedHashMap<String, Prober.Question>();
        runs.findById(run)
                .map(row -> shelf.pinned(row.version()))
                .ifPresent(runbook -> runbook.objective().services().stream()
                        .flatMap(key -> directory.service(key).stream())
                        .filter(this::canAnswer)
                        .forEach(service -> questions.put(service.key(), directory.question(service))));
        return questions;
    }

    /** A service that is reached only over a line that is down has its own clock; no probe waits for it. */
    private boolean canAnswer(CatalogueService service) {
        return service.reachableOver().isEmpty()
                || service.reachableOver().stream().anyMatch(lines::isUp);
    }
}
