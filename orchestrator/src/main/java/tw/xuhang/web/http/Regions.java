package tw.xuhang.web.http;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tw.xuhang.web.Words;
import tw.xuhang.web.view.BoardView;
import tw.xuhang.web.view.IncidentView;
import tw.xuhang.web.view.Region;
import tw.xuhang.web.view.RunView;

/**
 * The parts of live pages. The first rendering and every later event come from the same template, so that
 * a page that was loaded and one that was kept up to date show the same.
 */
@Singleton
public final class Regions {

    private final Templates templates;

    public Regions(Templates templates) {
        this.templates = templates;
    }

    public Map<String, Region> board(Words words, Instant now, BoardView board) {
        Map<String, Object> values = values(words, now, "board", board);
        return regions(Map.of("board", "live/board", "side", "live/side"), values);
    }

    public Map<String, Region> incident(Words words, Instant now, IncidentView incident) {
        Map<String, Region> regions = regions(
                Map.of("head", "live/incident", "clocks", "live/clocks", "work", "live/work"),
                values(words, now, "incident", incident));
        regions.putAll(regions(Map.of("timeline", "live/timeline"), values(words, now, "events", incident.timeline())));
        return regions;
    }

    /** @param formToken what the forms in the page must bring back */
    public Map<String, Region> run(Words words, Instant now, RunView run, String formToken) {
        Map<String, Object> values = values(words, now, "run", run);
        Map<String, Region> regions = regions(Map.of("head", "live/run", "steps", "live/steps"), values);
        values.put("csrf", formToken);
        regions.putAll(regions(
                Map.of("pause", "live/pause", "trouble", "live/trouble", "task", "live/task", "acts", "live/acts"),
                values));
        return regions;
    }

    private Map<String, Region> regions(Map<String, String> templatesById, Map<String, Object> values) {
        Map<String, Region> regions = new LinkedHashMap<>();
        templatesById.forEach((id, template) -> {
            String html = templates.render(template, values);
            regions.put(id, new Region(id, html, rev(html)));
        });
        return regions;
    }

    /** Running clocks are in the page as moments; only their first reading differs from one second to the next. */
    private static String rev(String html) {
        return Integer.toHexString(MOVING.matcher(html).replaceAll("").hashCode());
    }

    private static final Pattern MOVING = Pattern.compile("<span data-elapsed>[^<]*|data-count>[^<]*|data-left>[^<]*"
            + "|data-end=\"\\d+\"|<rect class=\"fill\" width=\"\\d+\"|data-run-since=\"\\d+\">[^<]*|[xX][12]=\"\\d+\"");

    private static Map<String, Object> values(Words words, Instant now, String name, Object view) {
        Map<String, Object> values = new HashMap<>();
        values.put("w", words);
        values.put("now", now);
        values.put(name, view);
        return values;
    }
}
