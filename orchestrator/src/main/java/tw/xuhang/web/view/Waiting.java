package tw.xuhang.web.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that waits for the viewer: one card, one act. */
public record Waiting(
        String incident,
        Mode mode,
        String what,
        String why,
        String act,
        String href,
        Instant since,
        @Nullable Instant due) {}
