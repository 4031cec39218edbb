package tw.xuhang.runbook.cacao;

import java.util.List;
import tw.xuhang.runbook.language.Finding;

/** What came of a playbook. */
public sealed interface Imported {

    List<Remark> remarks();

    List<SignatureVerdict> signatures();

    /** Nothing was made of it; the remarks or the signatures say why. */
    record Refused(List<Remark> remarks, List<SignatureVerdict> signatures) implements Imported {
        public Refused {
            remarks = List.copyOf(remarks);
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * A runbook that can be loaded.
     *
     * @param name the playbook's name, as its maker wrote it
     * @param id the playbook's id
     * @param yaml the runbook's file
     * @param became what each step became, in the order of the runbook
     * @param findings what a lint of it says
     */
    record Runbook(
            String name,
            String id,
            String key,
            String yaml,
            List<Became> became,
            List<Remark> remarks,
            List<SignatureVerdict> signatures,
            List<Finding> findings)
            implements Imported {
        public Runbook {
            became = List.copyOf(became);
            remarks = List.copyOf(remarks);
            signatures = List.copyOf(signatures);
            findings = List.copyOf(findings);
        }
    }

    /**
     * A step of the playbook and what it is now.
     *
     * @param place JSON pointer of the playbook's step
     * @param was its type and commands, like {@code action (ssh)}
     * @param kind of the runbook's step
     * @param step its name
     */
    record Became(String place, String name, String was, String kind, String step) {}
}
