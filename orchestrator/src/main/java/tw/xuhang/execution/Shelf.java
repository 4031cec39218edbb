package tw.xuhang.execution;

import tw.xuhang.runbook.Runbook;

/** Every version of a runbook that a run ever began with (R5). */
public interface Shelf {

    /** @throws IllegalStateException the version is not there: a damaged database */
    Runbook pinned(String version);
}
