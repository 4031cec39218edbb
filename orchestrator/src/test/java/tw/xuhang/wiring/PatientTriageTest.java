package tw.xuhang.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.intake.Received;
import tw.xuhang.signal.Signal;

/** A signal is put aside for its own faults only: five of them, and it waits for a person. */
class PatientTriageTest {

    private static final Received CUT = new Received(
            1,
            new Signal(
                    "probe",
                    "1",
                    "link",
                    Signal.Phase.RAISE,
                    "uplink/main",
                    Signal.Status.ACTUAL,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    "",
                    Map.of()));

    @Test
    void aDatabaseThatIsAwayIsNotTheSignalsFault() {
        var away = new SQLNonTransientConnectionException("Socket closed", "08000");
        assertThatThrownBy(() -> dispose(new DataAccessException("Error executing SQL UPDATE", away)))
                .isInstanceOf(JournalUnavailable.class);
    }

    @Test
    void aRefusedStatementIs() {
        var bug = new SQLException("Unknown column", "42S22", 1054);
        assertThatThrownBy(() -> dispose(new DataAccessException("Error executing SQL UPDATE", bug)))
                .isInstanceOf(DataAccessException.class);
    }

    private static void dispose(RuntimeException failure) {
        new PatientTriage(received -> {
                    throw failure;
                })
                .dispose(CUT);
    }
}
