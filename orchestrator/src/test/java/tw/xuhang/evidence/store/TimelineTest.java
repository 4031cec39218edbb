package tw.xuhang.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.database.Pools;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Draft;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.Journal.Addition;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.Timeline;
import tw.xuhang.time.SettableClock;

@MicronautTest(transactional = false)
final class TimelineTest {

    private final SettableClock clock = SettableClock.at("2026-11-22T01:02:03.000001Z");

    @Inject
    private Pools pools;

    @Inject
    private Timeline timeline;

    @Test
    void isOrderedByTimeThenStreamThenSeqOverAllStreams() {
        Journal journal = journal(clock);
        say(journal, "run", 0, 2);
        say(journal, "incident", 0, 2);
        clock.advance(java.time.Duration.ofNanos(1_000));
        say(journal, "dispatch", 0, 1);
        say(journal, "run", 2, 1);
        journal.append(
                new Addition(StreamId.of("incident", "other"), 0, "other", List.of(new Draft("t.x", 1, "{}"))),
                Actor.SYSTEM);

        assertThat(timeline.of("2026-0007"))
                .extracting(entry -> entry.stream().kind() + entry.seq())
                .containsExactly("incident1", "incident2", "run1", "run2", "dispatch1", "run3");
        assertThat(timeline.latest("2026-0007", 2))
                .extracting(entry -> entry.stream().kind() + entry.seq())
                .containsExactly("dispatch1", "run3");
        assertThat(timeline.of("2026-0007"))
                .contains(journal.read(StreamId.of("run", "t")).getLast());
        assertThat(timeline.of("none")).isEmpty();
    }

    private Journal journal(InstantSource time) {
        return new MariaJournal(pools.work(), pools.reading(), new Ledger(() -> Ledger.Followers.NONE), time);
    }

    private static void say(Journal journal, String kind, long head, int count) {
        List<Draft> drafts = java.util.Collections.nCopies(count, new Draft("t.x", 1, "{\"a\":\"續航\"}"));
        List<Entry> before = journal.read(StreamId.of(kind, "t"));
        assertThat(before).hasSize((int) head);
        journal.append(new Addition(StreamId.of(kind, "t"), head, "2026-0007", drafts), Actor.person("leader"));
    }
}
