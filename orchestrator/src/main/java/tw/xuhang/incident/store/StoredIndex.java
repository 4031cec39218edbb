package tw.xuhang.incident.store;

import java.util.List;
import java.util.Optional;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Phase;
import tw.xuhang.runbook.Mode;

/** Finds cases in the list of them. */
public final class StoredIndex implements IncidentIndex {

    private final IncidentRows rows;

    public StoredIndex(IncidentRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<String> openAbout(String subject) {
        return rows.findByOpenSubject(subject).map(IncidentRows.Line::number);
    }

    @Override
    public List<Row> open() {
        return rows.open().stream().map(StoredIndex::row).toList();
    }

    @Override
    public List<Row> latest(int limit) {
        return rows.latest(limit).stream().map(StoredIndex::row).toList();
    }

    private static Row row(IncidentRows.Line line) {
        return new Row(
                line.number(),
                IncidentKind.valueOf(line.kind()),
                line.subject(),
                line.title(),
                Mode.valueOf(line.mode()),
                Phase.valueOf(line.phase()),
                line.beganAt(),
                line.openedAt());
    }
}
