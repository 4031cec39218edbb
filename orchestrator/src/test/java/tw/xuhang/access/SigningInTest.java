package tw.xuhang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningInTest {

    private static final byte[] SECRET = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    private final SettableTime time = new SettableTime();
    private final MemoryAccounts accounts = new MemoryAccounts();
    private final Lock lock = new Lock(new MemoryFailures(), time);
    private final SecondFactor factor = new SecondFactor(accounts, lock, time);
    private final SigningIn signingIn =
            new SigningIn(accounts, new PlainPasswords(), factor, lock, () -> "no password is this");
    private final Account ciso = new Account("ciso", "資安長", Set.of(Role.CISO), false, true);

    /** The hash is tried elsewhere; here a password is its own hash. */
    private static final class PlainPasswords implements Passwords {
        @Override
        public String hash(String password) {
            return password;
        }

        @Override
        public boolean matches(String password, String hash) {
            return password.equals(hash);
        }
    }

    @BeforeEach
    void oneAccount() {
        accounts.put(ciso);
        accounts.passwordHash("ciso", "correct horse", false);
    }

    @Test
    void withoutASecondFactorThePasswordIsEnough() {
        assertThat(signingIn.password("CISO ", "correct horse", "10.0.0.1")).isEqualTo(new SigningIn.Result.In(ciso));
    }

    @Test
    void withASecondFactorThePasswordIsHalfTheWay() {
        accounts.totpSecret("ciso", SECRET);
        assertThat(signingIn.password("ciso", "correct horse", "10.0.0.1"))
                .isEqualTo(new SigningIn.Result.CodeWanted(ciso));
        assertThat(signingIn.code(ciso, code())).isEqualTo(new SigningIn.Result.In(ciso));
    }

    @Test
    void anUnknownNameIsAnsweredLikeAWrongPassword() {
        assertThat(signingIn.password("nobody", "x", "10.0.0.1"))
                .isEqualTo(signingIn.password("ciso", "x", "10.0.0.1"));
    }

    @Test
    void aClosedAccountDoesNotComeIn() {
        accounts.put(new Account("ciso", "資安長", Set.of(Role.CISO), false, false));
        assertThat(signingIn.password("ciso", "correct horse", "10.0.0.1")).isEqualTo(new SigningIn.Result.Refused());
    }

    @Test
    void fiveFailuresLockTheAccountForThatSourceOnly() {
        guess(5);
        assertThat(signingIn.password("ciso", "correct horse", "10.0.0.1")).isEqualTo(new SigningIn.Result.Locked());
        assertThat(signingIn.password("ciso", "correct horse", "10.0.0.2")).isEqualTo(new SigningIn.Result.In(ciso));
    }

    @Test
    void fourFailuresLockNothing() {
        guess(4);
        assertThat(signingIn.password("ciso", "correct horse", "10.0.0.1")).isEqualTo(new SigningIn.Result.In(ciso));
    }

    @Test
    void theLockOpensAfterAQuarterOfAnHour() {
        guess(5);
        time.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(signingIn.password("ciso", "correct horse", "10.0.0.1")).isEqualTo(new SigningIn.Result.Locked());
        time.pass(Duration.ofSeconds(1));
        assertThat(signingIn.password("ciso", "correct horse", "10.0.0.1")).isEqualTo(new SigningIn.Result.In(ciso));
    }

    @Test
    void aCodeWorksOnce() {
        accounts.totpSecret("ciso", SECRET);
        String code = code();
        assertThat(factor.check("ciso", code, "link-1")).isEqualTo(SecondFactor.Result.ACCEPTED);
        assertThat(factor.check("ciso", code, "link-2")).isEqualTo(SecondFactor.Result.USED);
    }

    @Test
    void anOlderCodeIsWorthlessOnceANewerOneWasUsed() {
        accounts.totpSecret("ciso", SECRET);
        String older = code();
        time.pass(Duration.ofSeconds(30));
        assertThat(factor.check("ciso", code(), "k")).isEqualTo(SecondFactor.Result.ACCEPTED);
        assertThat(factor.check("ciso", older, "k")).isEqualTo(SecondFactor.Result.USED);
    }

    @Test
    void aThousandGuessesAtOneLinkLeaveTheNextRequestOpen() {
        accounts.totpSecret("ciso", SECRET);
        String right = code();
        for (int i = 0; i < 1000; i++) {
            factor.check("ciso", right.equals("000000") ? "000001" : "000000", "request-1");
        }
        assertThat(factor.check("ciso", right, "request-1")).isEqualTo(SecondFactor.Result.LOCKED);
        assertThat(factor.check("ciso", right, "request-2")).isEqualTo(SecondFactor.Result.ACCEPTED);
    }

    @Test
    void wrongCodesAtTheDoorLeaveALinkOpen() {
        accounts.totpSecret("ciso", SECRET);
        String right = code();
        for (int i = 0; i < 5; i++) {
            signingIn.code(ciso, right.equals("000000") ? "000001" : "000000");
        }
        assertThat(signingIn.code(ciso, right)).isEqualTo(new SigningIn.Result.Locked());
        assertThat(factor.check("ciso", right, Lock.key("link", "ciso", "link-1")))
                .isEqualTo(SecondFactor.Result.ACCEPTED);
    }

    @Test
    void aCodeMayBeTypedAsTheAppShowsIt() {
        accounts.totpSecret("ciso", SECRET);
        String code = code();
        assertThat(factor.check("ciso", " " + code.substring(0, 3) + " " + code.substring(3), "k"))
                .isEqualTo(SecondFactor.Result.ACCEPTED);
    }

    @Test
    void whoHasNoSecondFactorCannotShowOne() {
        assertThat(factor.check("ciso", "000000", "k")).isEqualTo(SecondFactor.Result.NOT_ENROLLED);
    }

    @Test
    void oneTimePasswordsAreReadableAndDifferent() {
        Secrets secrets = new Secrets(new SecureRandom());
        assertThat(secrets.password()).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}").isNotEqualTo(secrets.password());
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signingIn.password("ciso", "guess " + i, "10.0.0.1")).isEqualTo(new SigningIn.Result.Refused());
        }
    }

    private String code() {
        return Totp.at(SECRET, time.instant());
    }
}
