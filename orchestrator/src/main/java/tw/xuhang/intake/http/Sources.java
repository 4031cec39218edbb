package tw.xuhang.intake.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sources that may deliver. */
public final class Sources {

    private final Map<String, Source> byName;

    public Sources(List<Source> sources) {
        byName = sources.stream().collect(Collectors.toUnmodifiableMap(Source::name, Function.identity()));
    }

    Optional<Source> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
