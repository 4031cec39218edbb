package tw.xuhang.evidence.store;

import io.micronaut.data.model.Pageable;
import jakarta.inject.Singleton;
import java.util.List;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.Timeline;

@Singleton
final class MariaTimeline implements Timeline {

    private final TimelineRows rows;

    MariaTimeline(TimelineRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Entry> of(String incident) {
        return rows.findByIncidentOrderByRecordedAtAscAndStreamAscAndSeqAsc(incident).stream()
                .map(TimelineRow::entry)
                .toList();
    }

    @Override
    public List<Entry> latest(String incident, int limit) {
        return rows
                .findByIncidentOrderByRecordedAtDescAndStreamDescAndSeqDesc(incident, Pageable.from(0, limit))
                .reversed()
                .stream()
                .map(TimelineRow::entry)
                .toList();
    }
}
