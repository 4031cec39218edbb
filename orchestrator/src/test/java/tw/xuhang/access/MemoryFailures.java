package tw.xuhang.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Failures of a test's lifetime. */
final class MemoryFailures implements Failures {

    private final Map<String, List<Instant>> failures = new HashMap<>();

    @Override
    public int count(String key, Instant since) {
        return (int) failures.getOrDefault(key, List.of()).stream()
                .filter(at -> at.isAfter(since))
                .count();
    }

    @Override
    public void add(String key, Instant at) {
        failures.computeIfAbsent(key, ignored -> new ArrayList<>()).add(at);
    }

    @Override
    public void clear(String key) {
        failures.remove(key);
    }
}
