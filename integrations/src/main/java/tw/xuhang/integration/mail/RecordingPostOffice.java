package tw.xuhang.integration.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tw.xuhang.runbook.port.PostOffice;

/** A post office that keeps what it is given and answers as told; for tests and rehearsals. Thread-safe. */
public final class RecordingPostOffice implements PostOffice {

    private final List<Letter> accepted = new ArrayList<>();
    private final Deque<Posted> answers = new ArrayDeque<>();

    /** The next letters are answered so, in this order; after that they are accepted. */
    public synchronized RecordingPostOffice answering(Posted... next) {
        answers.addAll(List.of(next));
        return this;
    }

    @Override
    public synchronized Posted post(Letter letter) {
        Optional<String> refusal = LetterCheck.refusal(letter);
        if (refusal.isPresent()) {
            return new Posted.Refused(refusal.get());
        }
        Posted answer = answers.isEmpty() ? new Posted.Accepted("250") : answers.removeFirst();
        if (answer instanceof Posted.Accepted) {
            accepted.add(letter);
        }
        return answer;
    }

    /** Letters that were accepted, in order. */
    public synchronized List<Letter> letters() {
        return List.copyOf(accepted);
    }
}
