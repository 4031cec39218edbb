package tw.xuhang.execution;

import tw.xuhang.runbook.run.RunEntry;

final class InMemoryRunStoreTest extends RunStoreContract {

    private final InMemoryRunStore store = new InMemoryRunStore();

    @Override
    protected RunStore store() {
        return store;
    }

    @Override
    protected RunStore away() {
        return new TroubledStore(store, new Trouble(Trouble.Kind.STORE_AWAY, 1));
    }

    @Override
    protected void begin(String run, RunEntry.Began began) {
        store.begin(run, began, NIGHT);
    }
}
