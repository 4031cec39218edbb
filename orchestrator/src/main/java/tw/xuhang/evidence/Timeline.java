package tw.xuhang.evidence;

import java.util.List;

/** All that happened to one incident, over every stream, ordered by recorded time, then stream, then seq (E3). */
public interface Timeline {

    List<Entry> of(String incident);

    /** The last {@code limit} entries, in the same order. */
    List<Entry> latest(String incident, int limit);
}
