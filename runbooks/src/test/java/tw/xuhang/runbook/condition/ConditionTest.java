package tw.xuhang.runbook.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;

class ConditionTest {

    private static final Vocabulary VOCABULARY = Vocabulary.of(runbook());

    private static final Map<String, Object> VALUES = Map.of(
            "drill",
            false,
            "outage.minutes",
            40L,
            "services.web_site.down",
            true,
            "steps.look_up.outcome",
            "failed",
            "steps.count.record.hosts_lost",
            2.5,
            "parameters.main",
            "uplink-a");

    private static Runbook runbook() {
        return new Runbook(
                "test",
                "v1",
                Text.of("test"),
                List.of(),
                "server-room",
                new Runbook.Objective(List.of("web-site"), Optional.empty(), Optional.empty()),
                List.of(),
                Map.of("main", new Runbook.Parameter("uplink", "main")),
                List.of(
                        new Step.Ansible(Frame.named("look-up"), "x.yml", Map.of(), Optional.empty()),
                        new Step.Task(
                                Frame.named("count"), "staff", List.of(), Map.of("hosts-lost", "optional number")),
                        new Step.Wait(Frame.named("rest"), new Step.Wait.Until.Elapsed(Duration.ofSeconds(1)))),
                List.of(),
                List.of());
    }

    private static Complaint refused(String text) {
        return ((Condition.Read.Refused) Condition.read(text, VOCABULARY))
                .complaints()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "steps.look_up.outcome == 'failed'; true",
                "steps.look_up.outcome in ['skipped', 'not-needed']; false",
                "outage.minutes >= 30 && !drill; true",
                "outage.minutes < 30 || services.web_site.down; true",
                "steps.count.record.hosts_lost > 2; true",
                "steps.count.record.hosts_lost > 2.5; false",
                "parameters.main.startsWith('uplink-'); true",
                "drill == false && (outage.minutes == 40); true",
            })
    void aConditionComparesNamedValues(String text, boolean holds) {
        var read = Condition.read(text, VOCABULARY);
        assertThat(read).isInstanceOf(Condition.Read.Understood.class);
        assertThat(((Condition.Read.Understood) read).condition().holds(VALUES)).isEqualTo(holds);
    }

    @Test
    void itKnowsTheNamesItUses() {
        var read = (Condition.Read.Understood) Condition.read("drill || outage.minutes > 3 && drill", VOCABULARY);
        assertThat(read.condition().names()).containsExactly("drill", "outage.minutes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outage.minutes + 1 > 3",
                "outage.minutes / 0 > 3",
                "outage.minutes > 3 ? true : false",
                "['a'].exists(x, x == parameters.main)",
                "parameters.main.matches('(a+)+')",
                "size(parameters.main) > 3",
                "{'a': drill}['a']",
                "parameters.main[0] == 'u'",
                "duration('1h') > duration('1m') && drill",
                "drill &&",
                "",
                "((((((((((((((((((((((((((((((((((((((((((((((((((drill))))))))))))))))))))))))))))))))))))))))))))))))))",
            })
    void whatCouldFailOrLastIsNoCondition(String text) {
        assertThat(refused(text).kind()).isEqualTo(Complaint.Kind.WRITING);
    }

    @Test
    void aConditionIsBounded() {
        assertThat(refused("drill" + " || drill".repeat(60)).kind()).isEqualTo(Complaint.Kind.WRITING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outage.minutes", "drill == 3", "outage.minutes > '3'", "!outage.minutes", "drill && 1"})
    void whatIsNotTrueOrFalseOrCannotBeComparedIsRefused(String text) {
        assertThat(refused(text).kind()).isEqualTo(Complaint.Kind.TYPE);
    }

    @Test
    void aWordThatAStepNeverSaysIsRefusedWithThoseThatItSays() {
        assertThat(refused("drill || steps.look_up.outcome == 'succeded'"))
                .isEqualTo(new Complaint(
                        Complaint.Kind.TYPE,
                        34,
                        "'steps.look_up.outcome' is never 'succeded'; "
                                + "it is one of open, succeeded, failed, skipped, not-needed"));
    }

    @Test
    void anUnknownNameIsRefusedAtItsPlace() {
        assertThat(refused("drill ||  outage.minuts > 3"))
                .isEqualTo(new Complaint(Complaint.Kind.NAME, 10, "outage.minuts"));
    }

    @Test
    void typesAreSaidInWordsOfPeople() {
        assertThat(refused("drill == 3").message())
                .isEqualTo("'==' does not go with true or false with a whole number");
        assertThat(refused("outage.minutes").message()).isEqualTo("a condition is true or false, not a whole number");
        assertThat(refused("$main == 'a'").message()).contains("parameters.name");
    }

    @Test
    void whatAsksAboutNothingIsRefused() {
        assertThat(refused("1 < 2").kind()).isEqualTo(Complaint.Kind.CONSTANT);
        assertThat(refused("true").kind()).isEqualTo(Complaint.Kind.CONSTANT);
    }
}
