package tw.xuhang.publication.store;

import java.util.List;
import java.util.Optional;
import tw.xuhang.publication.Basis;
import tw.xuhang.publication.Standing;

/** The list of runbooks, as the database has it. */
public record StoredStandings(StandingRows rows) implements Standing.Standings {

    @Override
    public List<Standing> all() {
        return rows.findAllOrderByRunbook().stream()
                .map(StoredStandings::standing)
                .toList();
    }

    @Override
    public Optional<Standing> of(String runbook) {
        return rows.findById(runbook).map(StoredStandings::standing);
    }

    private static Standing standing(StandingRows.Row row) {
        return new Standing(
                row.runbook(),
                Optional.ofNullable(row.inForce()),
                Optional.ofNullable(row.basis()).map(Basis::valueOf),
                row.newest());
    }
}
