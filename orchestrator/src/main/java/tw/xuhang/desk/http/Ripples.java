package tw.xuhang.desk.http;

import jakarta.inject.Singleton;
import java.util.List;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.web.http.Changes;

/** Every append makes the live pages look again. */
@Singleton
final class Ripples implements JournalListener {

    private final Changes changes;

    Ripples(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void appended(List<Entry> entries) {
        changes.happened();
    }
}
