package tw.xuhang.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tw.xuhang.evidence.Book.Fact;
import tw.xuhang.publication.Edition.Act;
import tw.xuhang.publication.PublicationEntry.Admitted;
import tw.xuhang.publication.PublicationEntry.Origin;
import tw.xuhang.publication.PublicationEntry.Published;
import tw.xuhang.publication.PublicationEntry.Returned;
import tw.xuhang.publication.PublicationEntry.Reviewed;
import tw.xuhang.publication.PublicationEntry.Submitted;
import tw.xuhang.publication.PublicationEntry.Withdrawn;

/**
 * All versions of one runbook.
 *
 * @param editions by version, the oldest first
 * @param inForce the version in force, whether or not the office's settings let it count
 * @param basis by what it came into force
 * @param facts everything that was written down, in order
 */
public record History(
        Map<String, Edition> editions,
        Optional<String> inForce,
        Optional<Basis> basis,
        List<Fact<PublicationEntry>> facts) {

    static final History BLANK = new History(Map.of(), Optional.empty(), Optional.empty(), List.of());

    public History {
        editions = Collections.unmodifiableMap(new LinkedHashMap<>(editions));
        facts = List.copyOf(facts);
    }

    public Optional<Edition> edition(String version) {
        return Optional.ofNullable(editions.get(version));
    }

    /** The newest first. */
    public List<Edition> newestFirst() {
        return List.copyOf(editions.values()).reversed();
    }

    public Optional<Edition> current() {
        return inForce.flatMap(this::edition);
    }

    public boolean isBlank() {
        return editions.isEmpty();
    }

    public boolean isInForce(String version) {
        return inForce.equals(Optional.of(version));
    }

    /** Whether people of this office ever decided what is in force; then no release decides it any more. */
    public boolean decidedByOffice() {
        return editions.values().stream()
                .anyMatch(one -> one.published().isPresent() || one.withdrawn().isPresent());
    }

    public Stage stage(Edition edition) {
        if (isInForce(edition.version())) {
            return Stage.IN_FORCE;
        }
        if (edition.reviewed().isPresent()) {
            return Stage.REVIEWED;
        }
        if (edition.withdrawn().isPresent()) {
            return Stage.WITHDRAWN;
        }
        if (edition.returned().isPresent()) {
            return Stage.RETURNED;
        }
        return edition.wasInForce() ? Stage.SUPERSEDED : Stage.DRAFT;
    }

    static History after(History before, Fact<PublicationEntry> fact) {
        String version = fact.what().version();
        return switch (fact.what()) {
            case Submitted s -> before.with(fact, s.origin(), edition -> edition);
            case Admitted a ->
                before.with(fact, Origin.FOLDER, edition -> edition.admitted(a.basis()))
                        .inForce(Optional.of(version), Optional.of(a.basis()));
            case Reviewed r ->
                before.with(fact, Origin.FOLDER, edition -> edition.reviewed(act(fact, r.note()), r.against()));
            case Returned r -> before.with(fact, Origin.FOLDER, edition -> edition.returned(act(fact, r.reason())));
            case Published p ->
                before.with(fact, Origin.FOLDER, edition -> edition.published(act(fact, p.note()), p.footing()))
                        .inForce(Optional.of(version), Optional.of(Basis.OFFICE));
            case Withdrawn w ->
                before.with(fact, Origin.FOLDER, edition -> edition.withdrawn(act(fact, w.reason())))
                        .without(version);
        };
    }

    private static Act act(Fact<PublicationEntry> fact, String note) {
        return new Act(fact.actor(), fact.at(), note);
    }

    /** What is told of a version that nobody submitted begins it. */
    private History with(Fact<PublicationEntry> fact, Origin origin, UnaryOperator<Edition> change) {
        var all = new LinkedHashMap<>(editions);
        String version = fact.what().version();
        Edition before = all.getOrDefault(version, Edition.draft(version, origin, act(fact, "")));
        all.put(version, change.apply(before));
        var told = new ArrayList<>(facts);
        told.add(fact);
        return new History(all, inForce, basis, told);
    }

    private History inForce(Optional<String> version, Optional<Basis> by) {
        return new History(editions, version, by, facts);
    }

    private History without(String version) {
        return isInForce(version) ? inForce(Optional.empty(), Optional.empty()) : this;
    }
}
