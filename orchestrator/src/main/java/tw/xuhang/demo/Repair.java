package tw.xuhang.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The carrier's people in the street: mend the line a little after continuity is declared and they are under way. */
final class Repair implements Part {

    private static final Duration WORK = Duration.ofSeconds(3);

    private final Lab lab;
    private final VendorPart vendors;
    private final Story story;
    private final InstantSource clock;
    private @Nullable Instant ready;
    private boolean done;

    Repair(Lab lab, VendorPart vendors, Story story, InstantSource clock) {
        this.lab = lab;
        this.vendors = vendors;
        this.story = story;
        this.clock = clock;
    }

    @Override
    public void look(CaseFile now) throws IOException, InterruptedException {
        if (done || !now.declarationIsSettled() || !vendors.underWay(now)) {
            return;
        }
        Instant since = ready;
        if (since == null) {
            ready = clock.instant();
        } else if (since.plus(WORK).isBefore(clock.instant())) {
            lab.mend("main");
            done = true;
            vendors.repaired();
            story.tell("線路修復 The main line is mended");
        }
    }
}
