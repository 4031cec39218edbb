package tw.xuhang.wiring;

import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.evidence.store.Trouble;
import tw.xuhang.intake.Disposition;
import tw.xuhang.intake.Received;
import tw.xuhang.intake.Triage;

/** A database that goes away during the judgement is not the signal's fault, though a framework may wrap what it says. */
record PatientTriage(Triage triage) implements Triage {

    @Override
    public Disposition dispose(Received received) {
        try {
            return triage.dispose(received);
        } catch (RuntimeException e) {
            throw Trouble.passes(e) ? new JournalUnavailable(e) : e;
        }
    }
}
