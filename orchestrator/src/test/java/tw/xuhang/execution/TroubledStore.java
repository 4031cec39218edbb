package tw.xuhang.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tw.xuhang.runbook.run.Post;

/** A store whose every call can fail, or succeed and report failure. */
final class TroubledStore implements RunStore {

    private final RunStore store;
    private final Trouble trouble;

    TroubledStore(RunStore store, Trouble trouble) {
        this.store = store;
        this.trouble = trouble;
    }

    private <T> T call(Supplier<T> call) {
        trouble.storeCall();
        T result = call.get();
        trouble.storeCall();
        return result;
    }

    @Override
    public Optional<Held> take(String run) {
        return call(() -> store.take(run));
    }

    @Override
    public List<Recorded> read(String run) {
        return call(() -> store.read(run));
    }

    @Override
    public Written write(Writing writing) {
        return call(() -> store.write(writing));
    }

    @Override
    public List<Mailed> mailbox(String run) {
        return call(() -> store.mailbox(run));
    }

    @Override
    public void post(String run, Post post) {
        call(() -> {
            store.post(run, post);
            return run;
        });
    }

    @Override
    public Set<String> heldByOthers(String run) {
        return call(() -> store.heldByOthers(run));
    }

    @Override
    public List<String> nudged() {
        return call(store::nudged);
    }

    @Override
    public List<String> orphans(Instant now) {
        return call(() -> store.orphans(now));
    }
}
