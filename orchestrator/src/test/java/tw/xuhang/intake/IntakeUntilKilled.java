package tw.xuhang.intake;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import tw.xuhang.evidence.store.Ledger;
import tw.xuhang.evidence.store.MariaJournal;
import tw.xuhang.intake.store.DispositionModel;
import tw.xuhang.intake.store.IntakeFacts;
import tw.xuhang.intake.store.MariaSignals;
import tw.xuhang.signal.Original;
import tw.xuhang.signal.Receipt;
import tw.xuhang.time.MicrosClock;

/** A service that does nothing but take signals in, and says of each that it was accepted, until it is killed. */
final class IntakeUntilKilled {

    private static final int SENDERS = 4;

    private IntakeUntilKilled() {}

    /** Arguments: URL of the database, and what makes the keys of this life its own. */
    public static void main(String[] args) throws SQLException {
        MariaDbPoolDataSource pool =
                new MariaDbPoolDataSource(args[0] + "&autocommit=false&transactionIsolation=READ_COMMITTED");
        InstantSource clock = new MicrosClock(InstantSource.system());
        MariaJournal journal = new MariaJournal(
                pool,
                pool,
                new Ledger(() -> new Ledger.Followers(List.of(new DispositionModel()), List.of(), List.of())),
                clock);
        MariaSignals signals = new MariaSignals(pool);
        TriageDesk desk = new TriageDesk(
                signals,
                received -> new Disposition.Recorded(Reason.of("seen")),
                new Dispositions(journal, IntakeFacts.CODEC),
                clock,
                new TriageDesk.Settings("victim", Duration.ofSeconds(30), Duration.ofSeconds(5)));
        desk.start();
        StoredInbox inbox = new StoredInbox(signals, desk);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < SENDERS; sender++) {
                String prefix = args[1] + "." + sender + ".";
                senders.execute(() -> send(inbox, prefix, System.out));
            }
        }
    }

    private static void send(StoredInbox inbox, String prefix, PrintStream told) {
        for (int i = 0; i < Integer.MAX_VALUE; i++) {
            Original original = new Original("text/plain", (prefix + i).getBytes(StandardCharsets.UTF_8));
            if (inbox.accept(SignalSamples.linkDown(prefix + i), original) instanceof Receipt.Accepted accepted) {
                told.println(prefix + i + " " + accepted.dispositionId());
                told.flush();
            }
        }
    }
}
