package tw.xuhang.step;

import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Playbooks;

/** Takes the log of an automatic step, line by line as it is written. The same line twice stays one. */
public interface LogBook {

    void write(Attempt attempt, Playbooks.Event line);
}
