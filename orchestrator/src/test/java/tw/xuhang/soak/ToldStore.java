package tw.xuhang.soak;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.execution.RunStore;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;

/** Says at the shore under which epoch this life took a run and wrote to it: the journal itself does not keep it. */
final class ToldStore implements RunStore {

    private final RunStore store;
    private final Shore shore;
    private final String life;
    private final Plant plant;
    private final Works works;

    ToldStore(RunStore store, Shore shore, String life, Plant plant, Works works) {
        this.store = store;
        this.shore = shore;
        this.life = life;
        this.plant = plant;
        this.works = works;
    }

    @Override
    public Optional<Held> take(String run) {
        Optional<Held> held = store.take(run);
        held.ifPresent(h -> shore.say("took %s %d %s %d".formatted(run, h.epoch(), life, h.head())));
        return held;
    }

    @Override
    public Written write(Writing writing) {
        if (plant == Plant.EFFECT_FIRST) {
            begin(writing);
        }
        Written written = store.write(writing);
        if (written instanceof Written.Done && !writing.entries().isEmpty()) {
            shore.say("wrote %s %d %s %d %d"
                    .formatted(
                            writing.run(),
                            writing.epoch(),
                            life,
                            writing.head(),
                            writing.entries().size()));
        }
        return written;
    }

    private void begin(Writing writing) {
        for (int i = 0; i < writing.entries().size(); i++) {
            if (writing.entries().get(i) instanceof RunEntry.StepStarted start && isPlain(start.step())) {
                works.tooEarly(new AttemptId("run/" + writing.run(), writing.head() + i + 1), start.step());
            }
        }
    }

    private static boolean isPlain(String step) {
        return Set.of("prepare", "machine", "close", "hold", "first").contains(step);
    }

    @Override
    public List<Recorded> read(String run) {
        return store.read(run);
    }

    @Override
    public List<Mailed> mailbox(String run) {
        return store.mailbox(run);
    }

    @Override
    public void post(String run, Post post) {
        store.post(run, post);
    }

    @Override
    public Set<String> heldByOthers(String run) {
        return store.heldByOthers(run);
    }

    @Override
    public List<String> nudged() {
        return store.nudged();
    }

    @Override
    public List<String> orphans(Instant now) {
        return store.orphans(now);
    }
}
