package tw.xuhang.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's page, without an account: who asks, what is broken, where, what to press.
 *
 * @param action address that the forms post to
 * @param verify number in the contract by which the vendor can check that the order is genuine
 * @param acknowledged whether it was; forms that follow are shown only then
 */
public record VendorView(
        String action,
        Mode mode,
        String order,
        String office,
        String vendor,
        String headline,
        List<Fact> facts,
        String verify,
        @Nullable Instant replyBy,
        Badge state,
        boolean open,
        boolean acknowledged,
        boolean arrived,
        @Nullable Instant eta,
        String trouble,
        List<Event> progress) {

    public VendorView {
        facts = List.copyOf(facts);
        progress = List.copyOf(progress);
    }
}
