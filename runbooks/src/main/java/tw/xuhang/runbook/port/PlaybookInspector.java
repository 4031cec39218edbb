package tw.xuhang.runbook.port;

import java.util.List;
import java.util.Map;

/** Looks whether a playbook could run, without running any of it. */
public interface PlaybookInspector {

    Inspection inspect(String playbook) throws InterruptedException;

    /** What was seen. */
    sealed interface Inspection {

        /** Ansible, or the machine that runs it, refuses. One line of why. */
        record Unreadable(String why) implements Inspection {}

        /**
         * @param all the machines that it names
         * @param silent those that do not let us in, with one line of why
         */
        record Hosts(List<String> all, Map<String, String> silent) implements Inspection {
            public Hosts {
                all = List.copyOf(all);
                silent = Map.copyOf(silent);
            }
        }
    }
}
