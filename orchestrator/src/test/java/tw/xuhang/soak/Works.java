package tw.xuhang.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.port.Waiting;

/** What the steps of the soak do at the {@link Shore}, by kind, each with the memory that its real adapter has. */
final class Works {

    private static final int LONGEST_WORK_MS = 30;
    private static final int LONGEST_PLAYBOOK_MS = 400;

    /** Takes the claim, then works, then says how it went, whatever becomes of who began it. */
    private static final String PLAYBOOK = "mkdir \"$1\" || exit 76; printf '%s begin %s\\n' \"$2\" \"$3\" >>\"$4\";"
            + " /bin/sleep \"$5\"; printf '%s end %s\\n' \"$2\" \"$3\" >>\"$4\"; printf ok >\"$6.made\"; mv \"$6.made\" \"$6\"";

    private final Shore shore;
    private final Random random;
    private final Predicate<AttemptId> committed;
    private final Plant plant;
    private final Freeze freeze;
    private final String life;
    private final Set<String> early = ConcurrentHashMap.newKeySet();

    /** @param committed whether the journal has this start, as anybody else reads it */
    Works(Shore shore, Random random, Predicate<AttemptId> committed, Plant plant, Freeze freeze, String life) {
        this.shore = shore;
        this.random = random;
        this.committed = committed;
        this.plant = plant;
        this.freeze = freeze;
        this.life = life;
    }

    Map<String, StepPort> byKind() {
        return Map.of("ansible", new Playbooks(), "probe", new Looks(), "task", new Tasks());
    }

    /** For the planted fault alone: works before anything is committed. */
    void tooEarly(AttemptId attempt, String step) {
        if (shore.claim(attempt.ident())) {
            early.add(attempt.ident());
            begin(attempt, step);
        }
    }

    private void begin(AttemptId attempt, String step) {
        if (!committed.test(attempt)) {
            shore.deed(attempt.ident() + " uncommitted " + step);
        }
        shore.deed(attempt.ident() + " begin " + step + " " + life);
    }

    private final class Playbooks implements StepPort {
        @Override
        public Report perform(Attempt attempt) throws InterruptedException {
            String playbook = ((Step.Ansible) attempt.step()).playbook();
            if (playbook.equals("outlives.yml")) {
                return outlived(attempt);
            }
            String ident = attempt.id().ident();
            freeze.at(Freeze.When.LAUNCHING);
            if (!early.remove(ident)) {
                if (!shore.claim(ident)) {
                    return new Report.Doubted("claimed before");
                }
                begin(attempt.id(), attempt.step().name());
            }
            Time.pass(random.nextInt(LONGEST_WORK_MS));
            boolean fails =
                    playbook.equals("fails.yml") || (playbook.equals("fails-once.yml") && attempt.number() == 1);
            shore.deed(ident + " end " + attempt.step().name());
            shore.finish(ident, fails ? "failed" : "ok");
            return new Report.Ended(outcome(fails ? "failed" : "ok"));
        }

        private Report outlived(Attempt attempt) throws InterruptedException {
            if (!committed.test(attempt.id())) {
                shore.deed(
                        attempt.id().ident() + " uncommitted " + attempt.step().name());
            }
            int status = start(attempt).waitFor();
            return status == 0 ? attach(attempt) : new Report.Doubted("the launcher said " + status);
        }

        private Process start(Attempt attempt) {
            String ident = attempt.id().ident();
            try {
                return new ProcessBuilder(List.of(
                                "setsid",
                                "sh",
                                "-c",
                                PLAYBOOK,
                                "playbook",
                                shore.claimOf(ident).toString(),
                                ident,
                                attempt.step().name() + " " + life,
                                shore.folder().resolve("deeds").toString(),
                                "0." + (100 + random.nextInt(LONGEST_PLAYBOOK_MS)),
                                shore.resultOf(ident).toString()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Report attach(Attempt attempt) throws InterruptedException {
            while (shore.result(attempt.id().ident()).isEmpty()) {
                Time.pass(10);
            }
            return new Report.Ended(outcome(shore.result(attempt.id().ident()).orElseThrow()));
        }

        @Override
        public Inquiry inquire(Attempt attempt) {
            String ident = attempt.id().ident();
            if (plant == Plant.NO_CLAIM) {
                return new Inquiry.NeverStarted();
            }
            if (shore.result(ident).isPresent()) {
                return new Inquiry.Finished(outcome(shore.result(ident).orElseThrow()));
            }
            if (shore.claim(ident)) {
                return new Inquiry.NeverStarted();
            }
            boolean outlives = ((Step.Ansible) attempt.step()).playbook().equals("outlives.yml");
            boolean begun =
                    shore.deeds().contains(ident + " begin " + attempt.step().name());
            return outlives && begun ? new Inquiry.Running() : new Inquiry.Unknown("claimed, and no result");
        }

        private static Outcome outcome(String result) {
            return result.equals("ok") ? Outcome.succeeded() : Outcome.failed("as its runbook wants it");
        }
    }

    /** Harmless to repeat, and the far end remembers nothing of it. */
    private final class Looks implements StepPort {
        @Override
        public Report perform(Attempt attempt) throws InterruptedException {
            begin(attempt.id(), attempt.step().name());
            Time.pass(random.nextInt(LONGEST_WORK_MS));
            shore.deed(attempt.id().ident() + " end " + attempt.step().name());
            return new Report.Ended(Outcome.succeeded());
        }

        @Override
        public Inquiry inquire(Attempt attempt) {
            return new Inquiry.Unknown("a look leaves nothing behind");
        }
    }

    private final class Tasks implements StepPort {
        @Override
        public Report perform(Attempt attempt) {
            String ident = attempt.id().ident();
            if (!committed.test(attempt.id())) {
                shore.deed(ident + " uncommitted " + attempt.step().name());
            }
            boolean asked = shore.ask(ident, attempt.step().name()) || shore.isAsked(ident);
            return asked ? new Report.Parked(waiting(ident)) : new Report.Doubted("taken back before it was asked");
        }

        @Override
        public Inquiry inquire(Attempt attempt) {
            String ident = attempt.id().ident();
            return shore.neverAsk(ident) || !shore.isAsked(ident)
                    ? new Inquiry.NeverStarted()
                    : new Inquiry.Waits(waiting(ident));
        }

        @Override
        public void abort(Attempt attempt) {
            String ident = attempt.id().ident();
            if (plant != Plant.LEFT_OPEN && !shore.neverAsk(ident)) {
                shore.withdraw(ident);
            }
        }

        private static Waiting waiting(String ident) {
            return new Waiting.Person("SERVER_ROOM", ident);
        }
    }
}
