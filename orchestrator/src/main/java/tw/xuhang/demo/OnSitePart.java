package tw.xuhang.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The server room: looks at the lamps and writes down what it saw, on the task's page. */
final class OnSitePart implements Part {

    private static final String ROLE = "server-room";

    private final Player player;
    private final Story story;
    private final Set<String> done = new HashSet<>();

    OnSitePart(Player player, Story story) {
        this.player = player;
        this.story = story;
    }

    @Override
    public void look(CaseFile now) throws IOException, InterruptedException {
        for (JsonNode task : now.openTasks()) {
            String id = task.path("id").asText();
            if (task.path("role").asText().equals(ROLE) && !done.contains(id)) {
                Page page = player.browser().open("/tasks/" + id);
                Form form = page.formWith("result", "done")
                        .orElseThrow(() -> new IOException("no task to fill in on " + page.gist()));
                Page after = player.browser().submitAll(form, filled(form));
                if (!after.ok()) {
                    throw new IOException("task: " + after.gist());
                }
                done.add(id);
                story.tell("機房完成現場查看 Server room has looked on site: " + CaseFile.text(task.path("title")));
            }
        }
    }

    private static Map<String, List<String>> filled(Form form) {
        Map<String, List<String>> filled = new HashMap<>();
        filled.put("result", List.of("done"));
        filled.put("checked", form.choices("checked"));
        form.fields().stream()
                .filter(field -> field.name().startsWith("field."))
                .forEach(field -> filled.put(field.name(), List.of("本所端設備燈號正常，線路終端無光")));
        return filled;
    }
}
