package tw.xuhang.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tw.xuhang.evidence.Journal.Addition;
import tw.xuhang.time.SettableClock;

/** What every journal promises, whatever it is kept in. */
public abstract class JournalContract {

    protected static final Actor LEADER = Actor.person("leader");
    protected static final StreamId ONE = StreamId.of("incident", "2026-0001");
    protected static final StreamId TWO = StreamId.of("run", "2026-0001.1");

    protected final SettableClock clock = SettableClock.at("2026-11-22T01:02:03.456789Z");
    protected final List<Entry> heard = new CopyOnWriteArrayList<>();

    /** One and the same journal at each call, as a process would open it that starts now. */
    protected abstract Journal journal();

    @Test
    void whatIsReadIsWhatWasWritten() {
        Draft draft = new Draft("incident.opened", 3, "{\"title\":\"骨幹中斷 \\ud83d\\udd25 🔥\"}");
        Actor deputy = new Actor(Actor.Kind.PERSON, "值班", "資安長");

        journal().append(new Addition(ONE, 0, "2026-0001", List.of(draft)), deputy);

        assertThat(journal().read(ONE)).singleElement().satisfies(entry -> {
            assertThat(entry.stream()).isEqualTo(ONE);
            assertThat(entry.seq()).isEqualTo(1);
            assertThat(entry.incident()).isEqualTo("2026-0001");
            assertThat(entry.type()).isEqualTo("incident.opened");
            assertThat(entry.version()).isEqualTo(3);
            assertThat(entry.recordedAt()).isEqualTo(clock.instant());
            assertThat(entry.actor()).isEqualTo(deputy);
            assertThat(entry.body()).isEqualTo(draft.body());
            assertThat(entry.hash()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void anAppendAnswersWithWhatALaterReadFinds() {
        Appended appended = journal().append(addition(ONE, 0, "a", "b"), LEADER);

        assertThat(((Appended.Done) appended).entries()).isEqualTo(journal().read(ONE));
    }

    @Test
    void anUnknownStreamIsEmpty() {
        assertThat(journal().read(TWO)).isEmpty();
    }

    @Test
    void severalStreamsAreReadAtOnceAsEachWouldBeAlone() {
        journal().append(addition(ONE, 0, "a", "b"), LEADER);
        journal().append(addition(TWO, 0, "x"), LEADER);
        StreamId none = StreamId.of("run", "2026-0009.1");

        assertThat(journal().read(List.of(TWO, none, ONE)))
                .isEqualTo(Map.of(ONE, journal().read(ONE), TWO, journal().read(TWO)));
        assertThat(journal().read(List.of())).isEmpty();
    }

    @Test
    void aStaleHeadWritesNothing() {
        journal().append(addition(ONE, 0, "a", "b"), LEADER);

        assertThat(journal().append(addition(ONE, 1, "c"), LEADER)).isEqualTo(new Appended.Moved(ONE));
        assertThat(journal().append(addition(ONE, 3, "c"), LEADER)).isEqualTo(new Appended.Moved(ONE));
        assertThat(journal().append(addition(ONE, 0, "c"), LEADER)).isEqualTo(new Appended.Moved(ONE));
        assertThat(bodies(ONE)).containsExactly("a", "b");
    }

    @Test
    void severalStreamsAreWrittenTogetherOrNotAtAll() {
        journal().append(addition(TWO, 0, "x"), LEADER);

        Appended stale = journal().append(List.of(addition(ONE, 0, "a"), addition(TWO, 0, "y")), LEADER);
        assertThat(stale).isEqualTo(new Appended.Moved(TWO));
        assertThat(journal().read(ONE)).isEmpty();

        Appended done = journal().append(List.of(addition(TWO, 1, "y"), addition(ONE, 0, "a")), LEADER);
        assertThat(done).isInstanceOf(Appended.Done.class);
        assertThat(bodies(ONE)).containsExactly("a");
        assertThat(bodies(TWO)).containsExactly("x", "y");
    }

    @Test
    void eachProcessGoesOnWhereTheLastOneStopped() {
        for (int i = 0; i < 5; i++) {
            assertThat(journal().append(addition(ONE, i, "n" + i), LEADER)).isInstanceOf(Appended.Done.class);
        }
        assertThat(journal().read(ONE)).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void ofTwoRacingWritersExactlyOneWinsEachPlace() throws Exception {
        int writers = 4;
        int places = 15;
        CyclicBarrier together = new CyclicBarrier(writers);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            Journal mine = journal();
            all.add(() -> {
                int won = 0;
                for (int place = 0; place < places; place++) {
                    together.await();
                    won += mine.append(addition(ONE, place, "x"), LEADER) instanceof Appended.Done ? 1 : 0;
                }
                return won;
            });
        }
        int won = 0;
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            for (Future<Integer> future : threads.invokeAll(all)) {
                won += future.get();
            }
        }
        assertThat(won).isEqualTo(places);
        assertThat(journal().read(ONE))
                .extracting(Entry::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, places).boxed().toList());
    }

    @Test
    void listenersHearWhatIsInAndNothingElse() {
        Journal journal = journal();
        journal.append(addition(ONE, 0, "a"), LEADER);
        journal.append(addition(ONE, 0, "b"), LEADER);
        journal.append(addition(ONE, 1), LEADER);

        assertThat(heard).isEqualTo(journal.read(ONE));
    }

    @Test
    void keysThatDifferInCaseAreDifferentStreams() {
        StreamId upper = StreamId.of("order", "A");
        StreamId lower = StreamId.of("order", "a");
        journal().append(addition(upper, 0, "u"), LEADER);
        journal().append(addition(lower, 0, "l"), LEADER);

        assertThat(bodies(upper)).containsExactly("u");
        assertThat(bodies(lower)).containsExactly("l");
    }

    @Test
    void theOrderOfAStreamStandsWhenTheClockStepsBack() {
        journal().append(addition(ONE, 0, "a"), LEADER);
        clock.advance(java.time.Duration.ofHours(-2));
        journal().append(addition(ONE, 1, "b"), LEADER);

        assertThat(bodies(ONE)).containsExactly("a", "b");
        assertThat(journal().read(ONE).get(1).recordedAt()).isEqualTo(clock.instant());
    }

    protected static Addition addition(StreamId stream, long head, String... bodies) {
        List<Draft> drafts = new ArrayList<>();
        for (String body : bodies) {
            drafts.add(new Draft("test.said", 1, "{\"said\":\"" + body + "\"}"));
        }
        return new Addition(stream, head, "", drafts);
    }

    private List<String> bodies(StreamId stream) {
        return journal().read(stream).stream()
                .map(entry -> entry.body().replaceAll(".*:\"(.*)\".*", "$1"))
                .toList();
    }
}
