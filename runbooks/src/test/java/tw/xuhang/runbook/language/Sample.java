package tw.xuhang.runbook.language;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import tw.xuhang.runbook.Runbook;

/** A runbook that uses every key once and has no finding, to be spoiled one thing at a time. */
final class Sample {

    static final String FILE = "library/sample.yaml";

    static final Surroundings AROUND = Surroundings.unknown()
            .withServices(Set.of("website"))
            .withVendors(Set.of("line-lessor"))
            .withUplinks(Set.of("main"))
            .withPlaybooks(Set.of("failover-route.yml", "failback-route.yml"))
            .withSignals(Set.of("link.down", "link.steady", "public.telephony-outage"))
            .withRunbooks(Map.of(
                    "guest-network", child("guest-network", "wait: pause, for: 2s"),
                    "level-2", child("level-2", "runbook: down, run: level-3, timeout: 1m"),
                    "level-3", child("level-3", "runbook: down, run: level-4, timeout: 1m"),
                    "level-4", child("level-4", "runbook: down, run: guest-network, timeout: 1m")));

    static final String TEXT = """
            runbook: sample
            title: { zh-TW: 樣本, en: Sample }
            source: [P-16, U-02]
            owner: server-room
            serves: { services: [website], rto: 30m, mtpd: 4h }
            triggers:
              - signal: link.down
                where: { role: backbone }
                mode: act
            parameters:
              main: { type: uplink, default: main }
              carrier: { type: vendor, default: line-lessor }
            steps:
              - probe: gate
                title: { zh-TW: 確認, en: Confirm }
                through: $main
                expect: unreachable for 5s
                timeout: 10s
                otherwise: end as false-alarm
              - parallel: response
                title: { zh-TW: 應變, en: Response }
                steps:
                  - sequence: restore
                    title: { zh-TW: 搶通, en: Restore }
                    steps:
                      - ansible: switch
                        title: { zh-TW: 切換, en: Switch }
                        playbook: failover-route.yml
                        with: { to: $main, count: 3 }
                        idle: 30s
                        in drill: check
                        timeout: 2m
                        expected: 5s
                        retry: { times: 2, every: 10s }
                        idempotent: true
                        resource: uplink/$main
                        undo: back
                        on failure: ask server-room
                      - dispatch: call
                        title: { zh-TW: 派工, en: Call }
                        to: $carrier
                        severity: critical
                        ask: { zh-TW: 請查明, en: Please find out }
                        acknowledge within: 15m
                        done when: sent
                        on failure: continue
                      - notify: tell
                        title: { zh-TW: 通報, en: Tell }
                        when: steps.switch.attempts > 0
                        to: [team-leader, ciso]
                        message: { zh-TW: 已切換, en: Switched }
                      - probe: look
                        title: { zh-TW: 驗證, en: Verify }
                        check: services served
                        expect: reachable
                        within: 1m
                        timeout: 2m
                        on failure: continue
                  - sequence: leader
                    steps:
                      - consent: go
                        title: { zh-TW: 同意, en: Consent }
                        act: declare
                        at: declaration limit
                        asked by: team-leader
                        of: ciso
                        remind after: 10m
                        deputy after: 20m
                        call after: 30m
                      - task: relocate
                        title: { zh-TW: 異地辦公, en: Relocate }
                        needs: declaration
                        who: team-leader
                        timeout: 1h
                        checklist: [{ zh-TW: 鑰匙, en: Keys }]
                        record: { remark: optional text }
                  - runbook: guests
                    title: { zh-TW: 訪客網路, en: Guest network }
                    run: guest-network
                    with: { line: $main, note: shut }
                    timeout: 1h
                    expected: 5m
                    on failure: ask server-room
                  - wait: steady
                    title: { zh-TW: 等候, en: Wait }
                    until: signal link.steady
                    timeout: 4h
                    on failure: continue
            verify:
              - wait: settle
                title: { zh-TW: 靜置, en: Settle }
                for: 10s
              - wait: taken
                title: { zh-TW: 等候廠商, en: The vendor }
                until: call acknowledged
                timeout: 5s
                on failure: continue
              - parallel: anyone
                join: any
                steps:
                  - { wait: calm, title: { zh-TW: 穩定, en: Calm }, until: signal link.steady, timeout: 1h }
                  - { wait: a-while, title: { zh-TW: 片刻, en: A while }, for: 2s }
              - choose: way-on
                title: { zh-TW: 續辦方式, en: How it goes on }
                branches:
                  - branch: still-away
                    title: { zh-TW: 仍中斷, en: Still away }
                    when: steps.look.outcome == "failed" && outage.services > 0
                    steps:
                      - notify: say-away
                        title: { zh-TW: 告知中斷, en: Tell of it }
                        to: [team-leader]
                        message: { zh-TW: 仍中斷, en: Still away }
                  - branch: back-again
                    when: otherwise
                    steps:
                      - notify: say-back
                        title: { zh-TW: 告知恢復, en: Tell the end }
                        to: [team-leader]
                        message: { zh-TW: 已恢復, en: Back }
              - for each: rooms
                title: { zh-TW: 各處, en: Rooms }
                item: place
                items: [hall, cellar]
                together: true
                steps:
                  - { wait: dry, title: { zh-TW: 待乾, en: Dry }, for: 2s }
            stand down:
              - ansible: back
                title: { zh-TW: 切回, en: Back }
                playbook: failback-route.yml
                idempotent: true
                timeout: 2m
            """;

    private Sample() {}

    /** A runbook of one step that takes a line, a vendor and a text. */
    static String childText(String key, String step) {
        return """
                runbook: %s
                title: { zh-TW: 子手冊, en: Child }
                source: [P-16]
                owner: server-room
                serves: { services: [website] }
                parameters:
                  line: { type: uplink, default: main }
                  carrier: { type: vendor, default: line-lessor }
                  note: { type: text, default: "-" }
                steps:
                  - notify: say
                    title: { zh-TW: "$line $carrier $note", en: "$line $carrier $note" }
                    to: [team-leader]
                    message: { zh-TW: 開始, en: Begins }
                  - { title: { zh-TW: 下一層, en: Below }, %s }
                  - probe: look
                    title: { zh-TW: 驗證, en: Verify }
                    check: services served
                    expect: reachable
                    timeout: 2m
                """.formatted(key, step);
    }

    private static Runbook child(String key, String step) {
        byte[] bytes = childText(key, step).getBytes(StandardCharsets.UTF_8);
        return switch (RunbookReader.read(bytes, key + ".yaml")) {
            case Reading.Read read -> read.runbook();
            case Reading.Refused refused -> throw new IllegalStateException("" + refused.findings());
        };
    }

    static Library.Checked check(String text) {
        return check(text.getBytes(StandardCharsets.UTF_8));
    }

    static Library.Checked check(byte[] bytes) {
        return Library.check(new Source(FILE, bytes), AROUND);
    }
}
