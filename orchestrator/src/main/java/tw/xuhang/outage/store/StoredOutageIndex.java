package tw.xuhang.outage.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.outage.OutageIndex;

/** Asks the list of outages, which is written in the same transaction as the facts. */
public final class StoredOutageIndex implements OutageIndex {

    private final OutageRows rows;

    public StoredOutageIndex(OutageRows rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> running(Set<String> among) {
        return named(rows.running(), among);
    }

    @Override
    public Set<String> of(String incident, Set<String> among) {
        return named(rows.ofCase(incident), among);
    }

    private static Set<String> named(List<OutageRows.Row> found, Set<String> among) {
        Set<String> keys =
                found.stream().map(row -> new StreamId(row.stream()).key()).collect(Collectors.toSet());
        var named = new LinkedHashSet<>(among);
        named.retainAll(keys);
        return named;
    }
}
