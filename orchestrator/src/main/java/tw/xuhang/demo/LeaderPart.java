package tw.xuhang.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The team leader: asks for consent when the request is prepared, and declares once it is granted (P-25). */
final class LeaderPart implements Part {

    private final Player leader;
    private final Story story;
    private final Set<String> done = new HashSet<>();

    LeaderPart(Player leader, Story story) {
        this.leader = leader;
        this.story = story;
    }

    @Override
    public void look(CaseFile now) throws IOException, InterruptedException {
        act(now, "declare", "request", "/declaration/request", "組長報請資安長同意啟動營運持續 Leader asks for consent");
        act(now, "declare", "declare", "/declaration/declare", "組長宣布啟動營運持續 Leader declares");
        act(now, "stand-down", "request", "/declaration/request", "組長報請資安長同意解除 Leader asks to stand down");
        act(now, "stand-down", "declare", "/declaration/stand-down", "組長宣布解除 Leader stands down");
    }

    private void act(CaseFile now, String act, String duty, String ending, String line)
            throws IOException, InterruptedException {
        Optional<JsonNode> waiting = now.waitingFor(act, duty);
        if (waiting.isEmpty() || done.contains(key(waiting.get(), duty))) {
            return;
        }
        Page page = leader.browser().open("/incidents/" + now.number() + "/declaration");
        Form form = page.form(ending).orElseThrow(() -> new IOException("no form " + ending + " on " + page.gist()));
        Page answer = leader.browser().submit(form, filled(form));
        if (!answer.ok()) {
            throw new IOException(ending + ": " + answer.gist());
        }
        done.add(key(waiting.get(), duty));
        story.tell(line);
    }

    private static Map<String, String> filled(Form form) {
        Map<String, String> filled = new HashMap<>();
        form.firstChoice("ground").ifPresent(ground -> filled.put("ground", ground));
        if (form.has("reason")) {
            filled.put("reason", "依程序書及現況辦理（展示）");
        }
        if (form.has("text")) {
            filled.put("text", "公文系統改以紙本收發，臨櫃業務照常（展示）");
        }
        return filled;
    }

    private static String key(JsonNode consent, String duty) {
        return consent.path("key").asText() + " " + duty;
    }
}
