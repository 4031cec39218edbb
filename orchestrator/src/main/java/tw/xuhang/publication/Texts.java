package tw.xuhang.publication;

import java.util.Optional;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Source;

/** The texts of all versions, kept for good. */
public interface Texts {

    /** Keeps a text; again changes nothing. */
    void keep(Runbook runbook, Source source);

    /** The text as a file named after its runbook; empty for a version that was never kept. */
    Optional<Source> source(String version);

    /** What it says; empty also where no release can read it any more. */
    Optional<Runbook> runbook(String version);

    /** Whether it was in force here before versions were published. */
    boolean isEarlier(String version);
}
