package tw.xuhang.execution;

import tw.xuhang.runbook.run.Picture;

/** What the conditions of a run may see of its case and of the office. */
@FunctionalInterface
public interface Sight {

    /** Where no runbook asks. */
    Sight CALM = _ -> Picture.CALM;

    /**
     * As things stand now.
     *
     * @throws RunStore.Away the database does not answer; the run decides when it does
     */
    Picture of(String incident);
}
