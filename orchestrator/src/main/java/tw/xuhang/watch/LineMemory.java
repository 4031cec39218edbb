package tw.xuhang.watch;

import java.util.Optional;
import tw.xuhang.signal.LinkState;

/** Keeps what is remembered of each line over a restart (I4). */
public interface LineMemory {

    Optional<LinkState> recall(String uplink);

    void remember(String uplink, LinkState state);
}
