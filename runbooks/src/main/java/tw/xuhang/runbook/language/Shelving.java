package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;

/** Checks the runbooks of one library together: some run others. */
final class Shelving {

    private Shelving() {}

    /** A file, what it says, and what is to be said of that. */
    record Looked(Source file, Reading reading, Library.Checked checked) {

        Optional<Runbook> read() {
            return reading instanceof Reading.Read read ? Optional.of(read.runbook()) : Optional.empty();
        }
    }

    static List<Looked> look(Collection<Source> files, Surroundings surroundings) {
        Map<String, Runbook> all = new HashMap<>();
        List<Map.Entry<Source, Reading>> readings = new ArrayList<>();
        for (Source file : files) {
            Reading reading = RunbookReader.read(file.bytes(), file.name());
            readings.add(Map.entry(file, reading));
            if (reading instanceof Reading.Read read) {
                all.putIfAbsent(read.runbook().key(), read.runbook());
            }
        }
        Surroundings around = surroundings.runbooks().isPresent() ? surroundings : surroundings.withRunbooks(all);
        List<Looked> looked = new ArrayList<>();
        readings.forEach(read -> looked.add(
                new Looked(read.getKey(), read.getValue(), Library.check(read.getValue(), read.getKey(), around))));
        while (refuseParents(looked)) {}
        return looked;
    }

    /** Whoever runs a runbook that is refused cannot be run either. Whether there was such a one. */
    private static boolean refuseParents(List<Looked> all) {
        Set<String> refused = new HashSet<>();
        all.stream()
                .filter(looked -> looked.checked().runbook().isEmpty())
                .flatMap(looked -> looked.read().stream())
                .forEach(runbook -> refused.add(runbook.key()));
        boolean any = false;
        for (int i = 0; i < all.size(); i++) {
            Looked looked = all.get(i);
            List<Finding> more = looked.checked().runbook().isEmpty() ? List.of() : runsOne(looked, refused);
            if (!more.isEmpty()) {
                more.addAll(looked.checked().findings());
                var checked = new Library.Checked(Optional.empty(), Finding.sorted(more));
                all.set(i, new Looked(looked.file(), looked.reading(), checked));
                any = true;
            }
        }
        return any;
    }

    private static List<Finding> runsOne(Looked looked, Set<String> refused) {
        List<Finding> findings = new ArrayList<>();
        if (looked.reading() instanceof Reading.Read read) {
            for (Step step : read.runbook().everyStep()) {
                if (step instanceof Step.Child child && refused.contains(child.runbook())) {
                    Position at = read.marks().at(step, "run");
                    String message = "runbook '" + child.runbook() + "' has errors, so it is not in the library";
                    findings.add(
                            new Finding(looked.file().name(), at.line(), at.column(), Rule.UNKNOWN_RUNBOOK, message));
                }
            }
        }
        return findings;
    }
}
