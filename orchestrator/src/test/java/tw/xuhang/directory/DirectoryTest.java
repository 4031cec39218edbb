package tw.xuhang.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Role;

final class DirectoryTest {

    private final Directory office = SampleOffice.directory();

    @Test
    void anAuthorisationStandsFromItsFirstDayToTheEndOfItsLastInTheOfficesZone() {
        var deputy = new Deputy(
                "ciso-deputy",
                Role.CISO,
                "no. 1",
                Set.of(AuthorisedAct.CONSENT_TO_DECLARE),
                1,
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-31"));
        assertThat(deputy.standsAt(at("2026-02-28T23:59:59+08:00"))).isFalse();
        assertThat(deputy.standsAt(at("2026-03-01T00:00:00+08:00"))).isTrue();
        assertThat(deputy.standsAt(at("2026-03-31T23:59:59+08:00"))).isTrue();
        assertThat(deputy.standsAt(at("2026-04-01T00:00:00+08:00"))).isFalse();
    }

    @Test
    void aDeputyMayDoOnlyWhatTheAuthorisationCovers() {
        Instant now = at("2026-11-22T02:00:00+08:00");
        assertThat(office.authorisation("ciso-deputy", Role.CISO, AuthorisedAct.CONSENT_TO_DECLARE, now))
                .isPresent();
        assertThat(office.authorisation("ciso-deputy", Role.CISO, AuthorisedAct.FORENSICS, now))
                .isEmpty();
        assertThat(office.authorisation("ciso-deputy", Role.MAYOR, AuthorisedAct.CONSENT_TO_DECLARE, now))
                .isEmpty();
        assertThat(office.authorisation("leader-deputy", Role.CISO, AuthorisedAct.CONSENT_TO_DECLARE, now))
                .isEmpty();
    }

    @Test
    void aDispatchFindsItsVendorByTheLineOrByKey() {
        assertThat(office.addressee("vendor-of(main)")).map(Vendor::key).contains("line-lessor");
        assertThat(office.addressee("vendor-of(backup)")).map(Vendor::key).contains("backup-lessor");
        assertThat(office.addressee("network-maintainer")).map(Vendor::key).contains("network-maintainer");
        assertThat(office.addressee("vendor-of(none)")).isEmpty();
    }

    @Test
    void everybodyOfSeveralRolesGetsOneLetter() {
        assertThat(office.mailOf(List.of(Role.TEAM_LEADER, Role.RESPONDER)))
                .containsOnlyOnce("leader@office.test")
                .contains("contact@office.test")
                .doesNotContain("mayor@office.test");
    }

    @Test
    void announcedWorkStandsUntilItsEndAndNotAfter() {
        var work = new Maintenance("main", at("2026-12-05T22:00:00+08:00"), at("2026-12-06T02:00:00+08:00"), "move");
        assertThat(work.standsAt(at("2026-12-05T22:00:00+08:00"))).isTrue();
        assertThat(work.standsAt(at("2026-12-06T02:00:00+08:00"))).isFalse();
    }

    @Test
    void noSampleNumberCanRingAndNoSampleMailCanLeave() {
        assertThat(office.people()).allSatisfy(p -> {
            assertThat(p.mail()).endsWith(".test");
            assertThat(p.phones()).allMatch(number -> number.startsWith("00-0000-"));
        });
        assertThat(office.vendors()).flatExtracting(Vendor::contacts).allSatisfy(contact -> {
            assertThat(contact.mail()).endsWith(".test");
            assertThat(contact.phone()).startsWith("00-0000-");
        });
    }

    @Test
    void oneServiceIsReachableOverTheMainLineOnlySoThatConsentTrulyArises() {
        assertThat(office.services())
                .filteredOn(s -> s.reachableOver().equals(Set.of("main")))
                .singleElement()
                .satisfies(s -> assertThat(s.core()).isTrue());
    }

    @Test
    void moreFailedLooksThanLooksAreRefused() {
        assertThatThrownBy(() -> new Confirm(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
