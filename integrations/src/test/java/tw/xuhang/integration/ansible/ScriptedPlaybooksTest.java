package tw.xuhang.integration.ansible;

import java.time.Duration;
import java.util.Map;
import tw.xuhang.integration.ansible.ScriptedPlaybooks.Act.Effect;
import tw.xuhang.integration.ansible.ScriptedPlaybooks.Act.Hold;
import tw.xuhang.integration.ansible.ScriptedPlaybooks.Script;
import tw.xuhang.runbook.port.Playbooks;

final class ScriptedPlaybooksTest extends PlaybooksContract {

    private final ScriptedPlaybooks playbooks = new ScriptedPlaybooks(System::nanoTime)
            .on("ok.yml", Script.succeeding(new Effect("leave a mark")))
            .on("fails.yml", Script.failing("failed: here at 'break': the disk is full", new Effect("leave a mark")))
            .on("held.yml", Script.succeeding(new Effect("before"), new Hold("hold"), new Effect("after")));

    @Override
    Playbooks playbooks() {
        return playbooks;
    }

    @Override
    Map<String, Object> variables(String ident) {
        return Map.of();
    }

    @Override
    int marks(String ident) {
        return playbooks.effects(ident);
    }

    @Override
    void release(String ident) {
        playbooks.release(ident);
    }

    @Override
    void crash(String ident) {
        playbooks.crash(ident);
    }

    @Override
    Duration shortLimit() {
        return Duration.ofMillis(100);
    }
}
