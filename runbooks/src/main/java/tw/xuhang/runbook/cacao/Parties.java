package tw.xuhang.runbook.cacao;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tw.xuhang.runbook.cacao.Remark.Kind;
import tw.xuhang.runbook.language.Surroundings;

/** Who does a step, and on what: a playbook's agents and targets. Their passwords stay where they are. */
final class Parties {

    private static final String AGENTS = "agent_definitions";
    private static final String TARGETS = "target_definitions";
    private static final String AUTHENTICATION = "authentication_info_definitions";

    private static final List<String> OF_AGENTS = List.of("type", "name", "contact");
    private static final List<String> OF_TARGETS =
            List.of("type", "name", "contact", "description", "address", "port", "location", "authentication_info");

    private final Desk desk;
    private final Variables variables;
    private final Set<String> met = new TreeSet<>();

    Parties(Desk desk, Variables variables) {
        this.desk = desk;
        this.variables = variables;
    }

    /** The role for a step: its agent where that is a role of the office, else the one that the import was told. */
    String who(String step) {
        Optional<String> id = desk.workflow.step(step).text("agent");
        if (id.isEmpty()) {
            return desk.settings.who();
        }
        JsonValue.Table agent = desk.playbook.table(AGENTS).table(id.get());
        String place = "/" + AGENTS + "/" + Workflow.escaped(id.get());
        met.add(place);
        String name = agent.text("name").map(Texts::line).orElse(id.get());
        if (Surroundings.ROLES.contains(name)) {
            return name;
        }
        if (agent.fields().isEmpty()) {
            desk.note(Kind.NOTE, Workflow.pointer(step) + "/agent", "no-agent", id.get(), desk.settings.who());
        } else {
            String type = agent.text("type").map(Texts::line).orElse("?");
            desk.note(Kind.CHANGED, place, "agent", name, type, desk.settings.who());
        }
        return desk.settings.who();
    }

    /** Somebody who does a step need not be mentioned as doing none. */
    void use(String step) {
        desk.workflow.step(step).text("agent").ifPresent(id -> met.add("/" + AGENTS + "/" + Workflow.escaped(id)));
    }

    /** Where the step works: a point for each target. */
    List<JsonValue> targets(String step) {
        List<JsonValue> points = new ArrayList<>();
        for (String id : desk.workflow.step(step).texts("targets")) {
            JsonValue.Table target = desk.playbook.table(TARGETS).table(id);
            met.add("/" + TARGETS + "/" + Workflow.escaped(id));
            if (target.fields().isEmpty()) {
                desk.note(Kind.NOTE, Workflow.pointer(step) + "/targets", "no-target", id);
            }
            points.addAll(Texts.points("point.target", described(target, id, step)));
        }
        return points;
    }

    private String described(JsonValue.Table target, String id, String step) {
        List<String> parts = new ArrayList<>();
        target.table("address").fields().forEach((kind, addresses) -> {
            String all = addresses.items().stream()
                    .map(address -> address.asText().orElse(CanonicalJson.text(address)))
                    .collect(Collectors.joining(", "));
            parts.add(kind + " " + all);
        });
        target.text("port").ifPresent(port -> parts.add("port " + port));
        target.table("location").text("name").ifPresent(parts::add);
        target.text("description").ifPresent(parts::add);
        String name = target.text("name").orElse(id);
        String whole = parts.isEmpty() ? name : name + " (" + String.join("; ", parts) + ")";
        return variables.fill(whole, step);
    }

    /** Says of everybody and everything defined what becomes of it, as far as no step did. */
    void rest() {
        for (String table : List.of(AGENTS, TARGETS)) {
            desk.playbook.table(table).fields().forEach((id, party) -> {
                String place = "/" + table + "/" + Workflow.escaped(id);
                String name = party.text("name").map(Texts::line).orElse(id);
                if (!met.contains(place)) {
                    desk.note(Kind.LEFT_OUT, place, "nobody-uses", name);
                }
                boolean target = table.equals(TARGETS) && met.contains(place);
                desk.leftovers(place, party, target ? OF_TARGETS : OF_AGENTS);
                if (target) {
                    desk.leftovers(place + "/location", party.table("location"), List.of("name"));
                }
                if (party.get("contact").isPresent()) {
                    desk.note(Kind.LEFT_OUT, place + "/contact", "contact", name);
                }
            });
        }
        desk.playbook.table(AUTHENTICATION).fields().forEach((id, login) -> {
            String name = login.text("username")
                    .or(() -> login.text("name"))
                    .map(Texts::line)
                    .orElse(id);
            boolean open = login.get("password").isPresent()
                    || login.get("client_secret").isPresent()
                    || login.get("oauth_header").isPresent();
            String place = "/" + AUTHENTICATION + "/" + Workflow.escaped(id);
            desk.note(Kind.LEFT_OUT, place, open ? "login-open" : "login", name);
        });
    }
}
