package tw.xuhang.readiness;

import java.util.List;
import tw.xuhang.doctor.Finding;
import tw.xuhang.runbook.Runbook;

/** One kind of thing that a runbook needs on the day. A look changes nothing. */
@FunctionalInterface
public interface Aspect {

    /** What was found; nothing where the runbook needs nothing of this kind. */
    List<Finding> look(Runbook runbook) throws InterruptedException;
}
