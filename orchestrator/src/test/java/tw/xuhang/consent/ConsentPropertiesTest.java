package tw.xuhang.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.xuhang.consent.ConsentDesk.KEY;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.xuhang.access.Action;
import tw.xuhang.access.Permissions;
import tw.xuhang.access.Role;
import tw.xuhang.directory.Person;

/** Random people do random things at random moments; what is then in the journal still keeps the rules. */
final class ConsentPropertiesTest {

    private static final List<String> NUMBERS = List.of("00-0000-0101", "00-0000-0102", "00-0000-0103", "1");

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20261122, 42, 9999})
    void whateverPeopleDoTheRulesHold(long seed) {
        var random = new Random(seed);
        int declared = 0;
        int decided = 0;
        for (int i = 0; i < 400; i++) {
            var desk = new ConsentDesk().opened();
            // Both hold both roles: only the comparison of persons keeps the two acts apart.
            desk.withRoles("leader", Set.of(Role.TEAM_LEADER, Role.CISO));
            desk.withRoles("ciso", Set.of(Role.TEAM_LEADER, Role.CISO));
            for (int n = 0; n < 40; n++) {
                act(desk, random);
            }
            check(desk);
            decided += desk.request().decision().isPresent() ? 1 : 0;
            declared += desk.request().declaration().isPresent() ? 1 : 0;
        }
        // else the walk would prove nothing
        assertThat(decided).isGreaterThan(20);
        assertThat(declared).isGreaterThan(2);
    }

    private static void act(ConsentDesk desk, Random random) {
        Consents consents = desk.consents;
        var people = desk.directory.get().people();
        String who = random.nextInt(3) > 0
                ? List.of("leader", "ciso", "ciso-deputy", "leader-deputy").get(random.nextInt(4))
                : people.get(random.nextInt(people.size())).account();
        int version = Math.max(0, desk.request().version() - (random.nextInt(5) == 0 ? 1 : 0));
        switch (random.nextInt(12)) {
            case 0 -> desk.clock.advance(Duration.ofSeconds(random.nextInt(900)));
            case 1 -> consents.upkeep(KEY);
            case 2, 3 ->
                consents.request(KEY, who, version, List.of(Ground.values()).get(random.nextInt(3)), "w");
            case 4, 5 -> consents.grant(KEY, who, version, "");
            case 6 -> consents.refuse(KEY, who, version, random.nextBoolean() ? "no" : "");
            case 7, 8 -> consents.declare(KEY, who, version, "");
            case 9 -> consents.climb(KEY, person -> "h");
            case 10 -> {
                var call = new PhoneCall(
                        who,
                        NUMBERS.get(random.nextInt(NUMBERS.size())),
                        people.get(random.nextInt(people.size())).account(),
                        people.get(random.nextInt(people.size())).account(),
                        ReadBack.code(KEY, version),
                        desk.clock.instant());
                consents.spoken(KEY, call, random.nextBoolean(), "said");
            }
            default -> {
                if (random.nextInt(6) == 0) {
                    desk.situation.set(
                            random.nextInt(4) == 0
                                    ? new Situation(Basis.NONE, true)
                                    : ConsentDesk.away(
                                            random.nextBoolean()
                                                    ? new String[] {"official-documents"}
                                                    : new String[] {"official-documents", "treasury"}));
                }
                consents.ratify(KEY, who);
            }
        }
    }

    /** Judged from the facts alone, by rules written a second time. */
    private static void check(ConsentDesk desk) {
        String requester = "";
        String consenter = "";
        int decisions = 0;
        int declarations = 0;
        int version = 0;
        boolean withdrawn = false;
        for (ConsentEntry fact : desk.facts()) {
            if (withdrawn) {
                assertThat(fact)
                        .isInstanceOfAny(
                                ConsentEntry.Ratified.class,
                                ConsentEntry.RatificationOverdue.class,
                                ConsentEntry.Asked.class,
                                ConsentEntry.Reminded.class);
            }
            switch (fact) {
                case ConsentEntry.Prepared _ -> version = 1;
                case ConsentEntry.Restated restated -> {
                    assertThat(restated.version()).isEqualTo(version + 1);
                    version = restated.version();
                }
                case ConsentEntry.Requested requested -> {
                    assertThat(requester).isEmpty();
                    requester = requested.by();
                    assertThat(requester).isIn("leader", "leader-deputy", "ciso");
                }
                case ConsentEntry.Granted granted -> {
                    decisions++;
                    consenter = granted.by();
                    assertThat(granted.version()).isEqualTo(version);
                    spokenBefore(desk, granted, requester);
                }
                case ConsentEntry.Refused refused -> {
                    decisions++;
                    assertThat(refused.by())
                            .isIn("ciso", "ciso-deputy", "leader")
                            .isNotEqualTo(requester);
                    assertThat(refused.version()).isEqualTo(version);
                }
                case ConsentEntry.Declared declared -> {
                    declarations++;
                    assertThat(consenter).isNotEmpty();
                    assertThat(declared.by())
                            .isIn("leader", "leader-deputy", "ciso")
                            .isNotEqualTo(consenter);
                }
                case ConsentEntry.Withdrawn _ -> withdrawn = true;
                default -> {}
            }
        }
        assertThat(decisions).isLessThanOrEqualTo(1);
        assertThat(declarations).isLessThanOrEqualTo(1);
    }

    private static void spokenBefore(ConsentDesk desk, ConsentEntry.Granted granted, String requester) {
        assertThat(granted.by()).isIn("ciso", "ciso-deputy", "leader").isNotEqualTo(requester);
        assertThat(requester).isNotEmpty();
        granted.call().ifPresent(call -> {
            assertThat(call.witness()).isNotIn(call.speaker(), call.recorder(), requester);
            assertThat(call.speaker()).isEqualTo(granted.by());
            Person speaker = desk.directory.get().person(granted.by()).orElseThrow();
            assertThat(speaker.phones()).contains(call.number());
            Person witness = desk.directory.get().person(call.witness()).orElseThrow();
            assertThat(Permissions.allow(witness.roles(), Action.RECORD_PHONE_CONSENT))
                    .isTrue();
        });
    }
}
