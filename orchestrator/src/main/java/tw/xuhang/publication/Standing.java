package tw.xuhang.publication;

import java.util.List;
import java.util.Optional;

/**
 * How one runbook stands, as it is read when a run begins: one row, not the whole history.
 *
 * @param newest version that was seen last
 */
public record Standing(String runbook, Optional<String> inForce, Optional<Basis> basis, String newest) {

    /** The list of all runbooks. */
    public interface Standings {

        /** By key. */
        List<Standing> all();

        Optional<Standing> of(String runbook);
    }
}
