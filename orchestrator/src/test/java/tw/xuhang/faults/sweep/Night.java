package tw.xuhang.faults.sweep;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.casebook.Page;
import tw.xuhang.database.ExternalDatabase;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.testing.TestDatabase;
import tw.xuhang.wiring.HandTurned;

/** The main line is cut and mended. Services come and go as their processes die; the town and the database stay. */
final class Night implements AutoCloseable {

    private static final Instant BEGIN = Instant.parse("2026-11-22T18:10:00Z");
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final int LONGEST = 300;
    private static final Page.Cut ALL = new Page.Cut("", Page.LARGEST);

    final Town town = new Town();
    final Strike strike;
    final TestDatabase database;
    private final StandingClock clock = new StandingClock(BEGIN);
    private final Path home;
    private ApplicationContext service;
    private HandTurned machine;
    private People people;
    private int rounds;

    Night(TestDatabase database, Path home, Strike strike) {
        this.database = database;
        this.home = home;
        this.strike = strike;
        live(strike);
    }

    private void live(Strike under) {
        service = ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments("hand-turned")
                .banner(false)
                .singletons(new ExternalDatabase(database.address()), town, under, clock)
                .properties(Map.of(
                        "xuhang.home", home.toString(), "flyway.enabled", false, "datasources.default.minimum-idle", 0))
                .start();
        machine = service.getBean(HandTurned.class);
        people = new People(town, service);
    }

    /** To the end, with a new life where the process dies on the way. */
    void play() throws InterruptedException {
        while (rounds < LONGEST && !isOver()) {
            rounds++;
            try {
                machine.round();
                people.act();
            } catch (Strike.Death e) {
                liveAgain();
            } catch (RuntimeException e) {
                if (strike.isDead()) {
                    liveAgain();
                } else if (!strike.hasStruck()) {
                    throw e;
                }
            }
            clock.advance(STEP);
        }
        strike.end();
    }

    private void liveAgain() {
        service.close();
        clock.advance(STEP.multipliedBy(3));
        live(Strike.never());
    }

    private boolean isOver() {
        List<Casebook.CaseLine> cases = cases();
        return !cases.isEmpty()
                && cases.stream().allMatch(line -> line.phase().equals("STOOD_DOWN"))
                && runs().stream().allMatch(run -> run.ending().isPresent())
                && casebook().orders("", Casebook.Standing.OPEN, ALL).items().isEmpty()
                && everySignalIsDisposedOf();
    }

    private boolean everySignalIsDisposedOf() {
        String sql = "SELECT (SELECT COUNT(*) FROM signal_received) = (SELECT COUNT(*) FROM disposition)";
        try (Connection connection = TestDatabase.connect(database.address());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Casebook casebook() {
        return service.getBean(Casebook.class);
    }

    List<Casebook.CaseLine> cases() {
        return casebook().cases(Casebook.Standing.ALL, ALL).items();
    }

    List<Casebook.RunLine> runs() {
        return casebook().runs("", Casebook.Standing.ALL, ALL).items();
    }

    int rounds() {
        return rounds;
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    @Override
    public void close() {
        service.close();
    }
}
