package tw.xuhang.consent.store;

import java.util.List;
import tw.xuhang.consent.OpenRequests;

/** The list of requests, by key. */
public final class StoredRequests implements OpenRequests {

    private final ConsentRows rows;

    public StoredRequests(ConsentRows rows) {
        this.rows = rows;
    }

    @Override
    public List<String> open() {
        return rows.open().stream().map(ConsentRows.Row::requestKey).toList();
    }

    @Override
    public List<String> of(String incident) {
        return rows.ofCase(incident).stream().map(ConsentRows.Row::requestKey).toList();
    }
}
