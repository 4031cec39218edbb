package tw.xuhang.runbook.language;

import java.util.List;
import tw.xuhang.runbook.Runbook;

/** What came of reading a file. */
public sealed interface Reading {

    /** Everything that was found, in the order of the text. */
    List<Finding> findings();

    /**
     * It is a runbook.
     *
     * @param marks where its parts stand in the file
     * @param findings warnings only
     */
    record Read(Runbook runbook, Marks marks, List<Finding> findings) implements Reading {
        public Read {
            findings = List.copyOf(findings);
        }
    }

    /** It is none. At least one finding is an error. */
    record Refused(List<Finding> findings) implements Reading {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
