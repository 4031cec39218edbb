package tw.xuhang.intake;

/**
 * Decides what a signal means for the office and does the first of it (opens a case, begins its runs).
 *
 * <p>After a crash it is asked again about the same signal, so it acts at most once per {@link Received#id}.
 * To be exact, the case's entries and the signal's disposition go into one append: see
 * {@link Dispositions#addition}. Signals may come in any order, the end of a trouble before its beginning.
 */
public interface Triage {

    Disposition dispose(Received received);
}
