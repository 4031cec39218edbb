package tw.xuhang.runbook.language;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For each rule the sample with one thing spoiled.
 *
 * @param text the whole file
 * @param savedAs what an editor wrote it in
 * @param at what must stand at the finding's place, to the end of its line or shorter
 */
record Spoiled(String text, Charset savedAs, String at) {

    private static final Map<Rule, Spoiled> EXAMPLES = new EnumMap<>(Rule.class);

    static {
        whole(Rule.TOO_LARGE, Sample.TEXT + "#".repeat(SourceText.MOST_BYTES), "");
        EXAMPLES.put(Rule.NOT_UTF8, new Spoiled(Sample.TEXT, Charset.forName("Big5"), ""));
        whole(Rule.BYTE_ORDER_MARK, "\uFEFF" + Sample.TEXT, "\uFEFFrunbook");
        whole(Rule.EMPTY_FILE, "# nothing\n", "#");
        spoil(Rule.SYNTAX, "owner: server-room", "owner: server: room", ": room");
        whole(Rule.SECOND_DOCUMENT, Sample.TEXT + "---\nrunbook: two\n", "---");
        spoil(Rule.ALIAS, "services: [website]", "services: &all [website]", "&all");
        spoil(Rule.TOO_DEEP, "[website]", "[".repeat(30) + "website" + "]".repeat(30), "[".repeat(8) + "w");
        spoil(Rule.FILE_NAME, "runbook: sample", "runbook: another", "another");
        spoil(Rule.TAG, "owner: server-room", "owner: !!str server-room", "!!str");
        spoil(Rule.CONTROL_CHARACTER, "en: Sample", "en: Sam\u202Eple", "\u202Eple");

        spoil(
                Rule.UNKNOWN_KEY,
                "idempotent: true\n            resource",
                "idempotant: true\n            resource",
                "idempotant");
        spoil(Rule.DUPLICATE_KEY, "owner: server-room", "owner: server-room\nowner: ciso", "owner: ciso");
        spoil(
                Rule.WRONG_TYPE,
                "idempotent: true\n            resource",
                "idempotent: yes\n            resource",
                "yes");
        spoil(Rule.MISSING_KEY, "    playbook: failback-route.yml\n", "", "ansible: back");
        spoil(Rule.BAD_VALUE, "severity: critical", "severity: catastrophic", "catastrophic");
        spoil(Rule.BAD_DURATION, "acknowledge within: 15m", "acknowledge within: 15", "15");
        spoil(Rule.EITHER_OR, "through: $main", "through: $main\n    check: services served", "probe: gate");
        spoil(Rule.STEP_KIND, "- probe: gate", "- prove: gate", "prove: gate");
        spoil(Rule.ONE_LANGUAGE, "title: { zh-TW: 樣本, en: Sample }", "title: 樣本", "樣本");
        spoil(Rule.EMPTY_VALUE, "services: [website]", "services: []", "[]");
        spoil(Rule.TOO_MUCH, "en: Sample", "en: " + "x".repeat(201), "xxx");

        spoil(Rule.DUPLICATE_STEP, "wait: settle", "wait: look", "look");
        spoil(Rule.UNKNOWN_PARAMETER, "through: $main", "through: $mian", "$mian");
        spoil(Rule.PARAMETER_TYPE, "through: $main", "through: $carrier", "$carrier");
        spoil(Rule.UNUSED_PARAMETER, "to: $carrier", "to: line-lessor", "{ type: vendor");
        spoil(Rule.DANGLING_UNDO, "undo: back", "undo: bakc", "bakc");
        spoil(Rule.NOTHING_TO_UNDO, "undo: back\n            on failure: ask server-room", "on failure: undo", "undo");
        spoil(Rule.UNKNOWN_ROLE, "who: team-leader", "who: teamleader", "teamleader");
        spoil(Rule.UNKNOWN_VENDOR, "default: line-lessor", "default: line-lesor", "line-lesor");
        spoil(Rule.UNKNOWN_SERVICE, "[website]", "[website, web-site]", "web-site");
        spoil(Rule.UNKNOWN_UPLINK, "default: main", "default: mane", "mane");
        spoil(Rule.UNKNOWN_PLAYBOOK, "failback-route.yml", "failback.yml", "failback.yml");
        spoil(Rule.UNKNOWN_SIGNAL, "signal: link.down", "signal: link.dwon", "link.dwon");
        spoil(Rule.NO_TIMEOUT, "    timeout: 10s\n", "", "probe: gate");
        spoil(Rule.TASK_WITHOUT_TIMEOUT, "            timeout: 1h\n", "", "task: relocate");
        spoil(Rule.RETRY_NOT_IDEMPOTENT, "            idempotent: true\n", "", "{ times: 2");
        spoil(
                Rule.SHARED_RESOURCE,
                "      - wait: steady\n",
                "      " + ansible(", resource: uplink/$main") + "      - wait: steady\n",
                "{ ansible: other");
        spoil(
                Rule.WAITS_FOR_CONSENT,
                "          - task: relocate",
                "          " + ansible("") + "          - task: relocate",
                "{ ansible: other");
        spoil(
                Rule.NEVER_WAITS,
                "resource: uplink/$main\n",
                "resource: uplink/$main\n            needs: declaration\n",
                "declaration");
        spoil(Rule.UNREACHABLE, "undo: back\n            ", "", "ansible: back");
        spoil(
                Rule.NO_CONSENT,
                "act: declare\n            at: declaration limit",
                "act: stand-down\n            at: once",
                "declaration");
        spoil(Rule.OWN_CONSENT, "of: ciso", "of: team-leader", "team-leader");
        spoil(Rule.SILENCE_LADDER, "deputy after: 20m", "deputy after: 5m", "5m");
        spoil(Rule.STAND_DOWN_AT_LIMIT, "act: declare", "act: stand-down", "declaration limit");
        spoil(
                Rule.LONE_SEQUENCE,
                "verify:\n  - wait: settle",
                "verify:\n  - sequence: settled\n    steps: [{ wait: settle, title: { zh-TW: 靜, en: Rest }, for: 1s }]\n  - wait: again",
                "sequence: settled");
        spoil(
                Rule.LONE_BRANCH,
                "verify:\n  - wait: settle",
                "verify:\n  - parallel: settled\n    steps: [{ wait: settle, title: { zh-TW: 靜, en: Rest }, for: 1s }]\n  - wait: again",
                "parallel: settled");
        spoil(Rule.SLOWER_THAN_RTO, "rto: 30m", "rto: 4s", "4s");
        spoil(Rule.RTO_OVER_MTPD, "rto: 30m", "rto: 5h", "5h");
        spoil(Rule.LONGER_THAN_TIMEOUT, "within: 1m\n", "within: 3m\n", "3m");
        spoil(Rule.BOLD_WARNING, "signal: link.down", "signal: public.telephony-outage", "act");
        spoil(Rule.NOT_VERIFIED, "check: services served", "through: $main", "{ services");
        spoil(
                Rule.NOBODY_ASKED,
                "    playbook: failback-route.yml\n    idempotent: true\n",
                "    playbook: failback-route.yml\n",
                "ansible: back");
        spoil(Rule.RESERVED_VARIABLE, "count: 3", "ansible_connection: local", "local");
        spoil(
                Rule.END_BESIDE_OTHERS,
                "timeout: 4h\n        on failure: continue",
                "timeout: 4h\n        on failure: end as given-up",
                "end as given-up");
        spoil(Rule.CONDITION, "outage.services > 0", "outage.services + 1 > 0", "+ 1 > 0");
        spoil(Rule.UNKNOWN_NAME, "steps.look.outcome", "steps.lock.outcome", "steps.lock.outcome ==");
        spoil(Rule.CONDITION_TYPE, "outage.services > 0", "outage.services > \"0\"", "> \"0\"");
        spoil(Rule.CONSTANT_CONDITION, "steps.look.outcome == \"failed\" && outage.services > 0", "1 > 0", "1 > 0");
        spoil(Rule.OTHERWISE_LAST, "steps.look.outcome == \"failed\" && outage.services > 0", "otherwise", "otherwise");
        spoil(Rule.NO_OTHERWISE, "when: otherwise", "when: outage.services == 0", "choose: way-on");
        spoil(
                Rule.NO_RACE,
                "{ wait: a-while, title: { zh-TW: 片刻, en: A while }, for: 2s }",
                "{ notify: a-word, title: { zh-TW: 告知, en: Tell }, to: [ciso], message: { zh-TW: 好, en: Well } }",
                "{ notify: a-word");
        spoil(Rule.NO_ORDER, "until: call acknowledged", "until: cal acknowledged", "cal acknowledged");
        spoil(Rule.LOOP_TOO_LONG, "wait: dry", "wait: " + "dry".repeat(26), "for each: rooms");
        spoil(Rule.DRILL_NOT_TAKEN_BACK, "in drill: check", "in drill: do", "do");
        spoil(Rule.UNKNOWN_RUNBOOK, "run: guest-network", "run: guest-net", "guest-net");
        spoil(Rule.CHILD_PARAMETER, "{ line: $main,", "{ lane: $main,", "$main");
        spoil(Rule.RUNS_ITSELF, "run: guest-network", "run: sample", "sample");
        spoil(Rule.NESTED_TOO_DEEP, "run: guest-network", "run: level-2", "level-2");
        spoil(Rule.ASKED_TOO_EARLY, "steps.look.outcome", "steps.say_back.outcome", "steps.say_back");
    }

    byte[] bytes() {
        return text.getBytes(savedAs);
    }

    static Spoiled of(Rule rule) {
        return requireNonNull(EXAMPLES.get(rule), () -> "no example for " + rule.id());
    }

    private static String ansible(String more) {
        return "- { ansible: other, title: { zh-TW: 其他, en: Other }, playbook: failover-route.yml, "
                + "idempotent: true, timeout: 1m" + more + " }\n";
    }

    private static void whole(Rule rule, String text, String at) {
        EXAMPLES.put(rule, new Spoiled(text, StandardCharsets.UTF_8, at));
    }

    private static void spoil(Rule rule, String good, String bad, String at) {
        if (!Sample.TEXT.contains(good)) {
            throw new IllegalArgumentException(rule.id() + ": the sample has no: " + good);
        }
        whole(rule, Sample.TEXT.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)), at);
    }
}
