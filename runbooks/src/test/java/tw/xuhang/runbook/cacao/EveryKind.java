package tw.xuhang.runbook.cacao;

/** A runbook with every kind of step, nested as far as people do. */
final class EveryKind {

    static final String TEXT = """
            runbook: every-kind
            title: { zh-TW: 各種步驟, en: Every kind }
            source: [P-16, U-02]
            owner: security-contact
            serves: { services: [website], rto: 2h, mtpd: 4h }
            triggers:
              - { signal: link.down, where: { role: backbone }, mode: ask }
            parameters:
              main: { type: uplink, default: main }
              carrier: { type: vendor, default: line-lessor }
              note: { type: text, default: "a \\"quoted\\" 註記" }
            steps:
              - probe: gate
                title: { zh-TW: 確認 $note, en: Confirm $note }
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
                        with: { to: $main, count: 3, sure: true }
                        idle: 30s
                        timeout: 90s
                        retry: { times: 2, every: 10s }
                        idempotent: true
                        resource: uplink/$main
                        undo: back
                        in drill: check
                        when: outage.lines > 0
                        on failure: undo
                      - dispatch: call
                        title: { zh-TW: 派工, en: Call }
                        to: $carrier
                        severity: critical
                        ask: { zh-TW: "請查明：一、障礙點\\n二、範圍", en: "Find out: 1. the fault\\n2. the scope" }
                        acknowledge within: 15m
                        done when: acknowledged
                        on failure: continue
                      - { probe: look, title: { zh-TW: 驗證, en: Verify }, check: services served, expect: reachable, within: 1m, timeout: 2m, on failure: ask team-leader }
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
                        expected: 30m
                        checklist: [{ zh-TW: 鑰匙, en: Keys }, { zh-TW: 印信, en: Seal of $note }]
                        record: { remark: optional text, people: number }
                  - wait: steady
                    title: { zh-TW: 等候, en: Wait }
                    until: signal link.steady
                    timeout: 4h
                    on failure: continue
              - parallel: first
                join: any
                steps:
                  - { wait: taken, title: { zh-TW: 廠商, en: Vendor }, until: call fixed, timeout: 5h, on failure: continue }
                  - { wait: a-while, title: { zh-TW: 片刻, en: A while }, for: 20s }
              - choose: way-on
                title: { zh-TW: 續辦方式, en: How it goes on }
                branches:
                  - branch: still-away
                    title: { zh-TW: 仍中斷, en: Still away }
                    when: steps.gate.outcome == "failed" && outage.services > 0
                    steps:
                      - choose: inner
                        title: { zh-TW: 分派, en: Who }
                        branches:
                          - branch: drill-only
                            when: drill
                            steps:
                              - { notify: say-drill, title: { zh-TW: 演練, en: Drill }, to: [team-leader, ciso], message: { zh-TW: 演練中, en: A drill } }
                          - branch: real
                            when: "!drill && outage.minutes >= 30"
                            steps:
                              - { runbook: guests, title: { zh-TW: 訪客, en: Guests }, run: guest-network, with: { line: $main }, needs: declaration, timeout: 1h, on failure: ask server-room }
                  - branch: back-again
                    when: otherwise
                    steps:
                      - { notify: say-back, title: { zh-TW: 恢復, en: Back }, to: [staff], message: { zh-TW: 已恢復, en: Back } }
            verify:
              - parallel: looks
                steps:
                  - { wait: calm, title: { zh-TW: 平穩, en: Calm }, until: signal link.steady, timeout: 1h }
                  - { wait: settle, title: { zh-TW: 靜置, en: Settle }, for: 10s }
            stand down:
              - { ansible: back, title: { zh-TW: 切回, en: Back }, playbook: failback-route.yml, idempotent: true, timeout: 2m }
            """;

    static final String LOOP = """
            runbook: again
            title: { zh-TW: 逐一重啟, en: Start each again }
            source: [P-16]
            owner: server-room
            serves: { services: [website, treasury], rto: 2h, mtpd: 4h }
            steps:
              - for each: start-again
                title: { zh-TW: 逐一重啟, en: Start each again }
                item: service
                over: services served
                together: %s
                steps:
                  - ansible: restart
                    title: { zh-TW: 重啟 $service, en: Start $service again }
                    playbook: restart-service.yml
                    with: { service: $service, times: 2, hard: false }
                    idempotent: true
                    timeout: 5m
                    on failure: continue
                  - task: look
                    title: { zh-TW: 查看 $service, en: Look at $service }
                    when: steps.restart.outcome == "failed"
                    who: server-room
                    timeout: 30m
              - { notify: done, title: { zh-TW: 完成, en: Done }, to: [staff], message: { zh-TW: 完成, en: Done } }
            """;

    private EveryKind() {}
}
