package tw.xuhang.watch.store;

import java.time.InstantSource;
import java.util.Optional;
import tw.xuhang.signal.LinkState;
import tw.xuhang.watch.LineMemory;

/** Remembers lines in their rows. */
public final class StoredLines implements LineMemory {

    private final LineRows rows;
    private final InstantSource clock;

    public StoredLines(LineRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<LinkState> recall(String uplink) {
        return rows.findById(uplink).map(row -> LinkState.parse(row.state()));
    }

    @Override
    public void remember(String uplink, LinkState state) {
        rows.remember(uplink, state.text(), clock.instant());
    }
}
