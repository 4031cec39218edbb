package tw.xuhang.casebook.http;

import io.micronaut.core.io.ResourceLoader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** The API's own description as the build wrote it, without the pages that are for people. */
@Singleton
final class Description {

    private static final String WRITTEN = "classpath:META-INF/swagger/xuhang.yml";
    private static final String API = "/api/";

    private final ResourceLoader resources;
    private volatile String text = "";

    Description(ResourceLoader resources) {
        this.resources = resources;
    }

    /** YAML. */
    String text() {
        String known = text;
        if (known.isEmpty()) {
            known = new Dump(DumpSettings.builder()
                            .setDefaultFlowStyle(FlowStyle.BLOCK)
                            .setWidth(120)
                            .build())
                    .dumpToString(withoutPages());
            text = known;
        }
        return known;
    }

    private Map<String, Object> withoutPages() {
        var whole = new LinkedHashMap<String, Object>();
        written().forEach((key, value) -> whole.put(String.valueOf(key), value));
        if (whole.get("paths") instanceof Map<?, ?> paths) {
            var api = new LinkedHashMap<String, Object>();
            paths.forEach((path, operations) -> {
                if (String.valueOf(path).startsWith(API)) {
                    api.put(String.valueOf(path), operations);
                }
            });
            whole.put("paths", api);
        }
        return whole;
    }

    private Map<?, ?> written() {
        Optional<InputStream> found = resources.getResourceAsStream(WRITTEN);
        try (InputStream in = found.orElseThrow(() -> new IllegalStateException(WRITTEN + " is not in the jar"))) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
