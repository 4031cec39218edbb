package tw.xuhang.readiness;

import java.util.HashMap;
import java.util.Map;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.port.Attempt;

/** The values that a runbook's parameters have where no trigger gives others. */
record Presets(Map<String, String> values) {

    static Presets of(Runbook runbook) {
        var values = new HashMap<String, String>();
        runbook.parameters().forEach((name, parameter) -> values.put(name, parameter.preset()));
        return new Presets(values);
    }

    String fill(String text) {
        return Attempt.resolve(text, values);
    }
}
