package tw.xuhang.faults.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Playbooks;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.runbook.port.Prober;

/** What is outside of the service and outlives it: two lines, the router, the mail server. Remembers what was done to it. */
public final class Town {

    private final List<String> played = new ArrayList<>();
    private final Set<String> claims = new HashSet<>();
    private final Map<String, Outcome> results = new LinkedHashMap<>();
    private final Map<String, Set<String>> letters = new LinkedHashMap<>();
    private boolean mainCut = true;
    private String route = "main";

    void mend() {
        mainCut = false;
    }

    /** Playbooks that ran, in order. */
    List<String> played() {
        return List.copyOf(played);
    }

    /** Addressee and subject, with the Message-IDs it came under. */
    Map<String, Set<String>> letters() {
        return Map.copyOf(letters);
    }

    String route() {
        return route;
    }

    /** @param letter address and the beginning of the subject */
    boolean hasLetter(String letter) {
        return letters.keySet().stream().anyMatch(each -> each.startsWith(letter));
    }

    /** As the office's eyes see it. */
    public Prober eyes() {
        return question -> new Prober.Look(answers(question), Duration.ofMillis(3), "");
    }

    private boolean answers(Prober.Question question) {
        if (question.through().isPresent()) {
            return !mainCut || !question.through().get().equals("p0");
        }
        return switch (question.way()) {
            case Prober.Way.Icmp _ -> true;
            case Prober.Way.Http http ->
                switch (port(http.url())) {
                    case "8084" -> route.equals("main") && !mainCut;
                    case "8085" -> true;
                    default -> route.equals("backup") || !mainCut;
                };
        };
    }

    private static String port(String url) {
        return url.replaceAll(".*:(\\d+)/", "$1");
    }

    /** The mail server, as a process under this strike reaches it. */
    public PostOffice post(Strike strike) {
        return letter -> {
            if (strike.falls("before letter to " + letter.to())) {
                return new PostOffice.Posted.Deferred("struck");
            }
            letter.to()
                    .forEach(to -> letters.computeIfAbsent(to + " " + letter.subject(), key -> new HashSet<>())
                            .add(letter.messageId()));
            if (strike.falls("after letter to " + letter.to())) {
                return new PostOffice.Posted.Unclear("struck");
            }
            return new PostOffice.Posted.Accepted("250");
        };
    }

    /** The router's playbooks, as a process under this strike reaches them. */
    public Playbooks playbooks(Strike strike) {
        return new Playbooks() {
            @Override
            public Outcome run(Order order, Consumer<Event> log) {
                lost(strike.falls("before " + order.playbook()));
                if (!claims.add(order.ident())) {
                    throw new InDoubt("launched before: " + order.ident());
                }
                lost(strike.falls("claimed " + order.playbook()));
                played.add(order.playbook());
                route = order.playbook().equals("failover-route.yml") ? "backup" : "main";
                results.put(order.ident(), Outcome.succeeded());
                lost(strike.falls("after " + order.playbook()));
                return Outcome.succeeded();
            }

            @Override
            public Inquiry inquire(String ident) {
                strike.mustLive();
                if (results.containsKey(ident)) {
                    return new Inquiry.Finished(results.get(ident));
                }
                return claims.add(ident) ? new Inquiry.NeverStarted() : new Inquiry.Unknown("claimed, and no result");
            }

            @Override
            public Outcome attach(Order order, Consumer<Event> log) {
                throw new IllegalStateException("nothing of this town runs on: " + order.ident());
            }

            @Override
            public void abort(String ident) {
                strike.mustLive();
            }
        };
    }

    private static void lost(boolean falls) {
        if (falls) {
            throw new IllegalStateException("struck");
        }
    }
}
