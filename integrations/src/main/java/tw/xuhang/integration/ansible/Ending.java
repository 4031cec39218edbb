package tw.xuhang.integration.ansible;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends all processes of an attempt. The launcher does it, since it is the one that has adopted them all;
 * where it is gone or does not move, the processes are looked up by the attempt's name.
 */
final class Ending {

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final Duration KILLING = Duration.ofSeconds(10);

    private final AnsibleHome home;
    private final Claim claim;
    private final LongSupplier ticker;
    private final ProcessTree tree;

    Ending(AnsibleHome home, Claim claim, LongSupplier ticker) {
        this.home = home;
        this.claim = claim;
        this.ticker = ticker;
        this.tree = new ProcessTree(claim);
    }

    /**
     * Returns when it is ended; an attempt that has not begun never will.
     *
     * @param why left as mark, see {@link Claim.Ended}
     */
    void end(String why) throws InterruptedException {
        if (claim.takeForNothing() || claim.isVoid() || claim.isPruned() || over()) {
            return;
        }
        Duration grace = home.limits().grace();
        tree.launcher().ifPresent(ProcessHandle::destroy);
        if (await(
                        grace.plus(KILLING).plusSeconds(2),
                        () -> claim.ended().isPresent() || tree.launcher().isEmpty())
                && claim.ended().isPresent()) {
            await(grace, () -> tree.launcher().isEmpty());
            return;
        }
        LOG.warn("The launcher of {} did not end it; its processes are now ended one by one", claim.ident());
        claim.markEnding(why);
        tree.everything().forEach(ProcessHandle::destroy);
        await(grace, () -> tree.everything().isEmpty());
        boolean gone = await(KILLING, () -> {
            var left = tree.everything();
            left.forEach(ProcessHandle::destroyForcibly);
            return left.isEmpty();
        });
        if (!gone) {
            LOG.error("Processes of {} cannot be ended: {}", claim.ident(), tree.everything());
        }
        claim.markEnded(why);
    }

    private boolean over() throws InterruptedException {
        return claim.ended().isPresent() || (claim.status().isPresent() && !new Pulse(home, claim).locked());
    }

    private boolean await(Duration most, BooleanSupplier condition) throws InterruptedException {
        long until = ticker.getAsLong() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (ticker.getAsLong() - until >= 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return true;
    }
}
