package tw.xuhang.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tw.xuhang.runbook.port.PostOffice;

/** A post office whose answers a test decides; it keeps what it took. */
final class Counter implements PostOffice {

    final List<Letter> brought = new ArrayList<>();
    final List<Letter> taken = new ArrayList<>();
    Function<Letter, Posted> answer = letter -> new Posted.Accepted("250 queued");

    @Override
    public Posted post(Letter letter) {
        brought.add(letter);
        Posted posted = answer.apply(letter);
        if (posted instanceof Posted.Accepted) {
            taken.add(letter);
        }
        return posted;
    }
}
