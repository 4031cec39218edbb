package tw.xuhang.access.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Secrets;

class Argon2PasswordsTest {

    private final Argon2Passwords passwords = new Argon2Passwords(new Secrets(new SecureRandom()));

    @Test
    void aPasswordMatchesItsHashAndNoOther() {
        String hash = passwords.hash("續航 1234");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("續航 1234", hash)).isTrue();
        assertThat(passwords.matches("續航 1235", hash)).isFalse();
        assertThat(passwords.hash("續航 1234")).as("salted").isNotEqualTo(hash);
    }

    @Test
    void theSameLettersFromAnotherKeyboardMatch() {
        assertThat(passwords.matches("e\u0301", passwords.hash("\u00e9"))).isTrue();
    }

    /** Made by the reference implementation's command line: {@code echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1}. */
    @Test
    void hashesOfTheReferenceImplementationAreRead() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(passwords.matches("password", reference)).isTrue();
        assertThat(passwords.matches("passwort", reference)).isFalse();
    }

    @Test
    void whatIsNoHashMatchesNothing() {
        assertThat(passwords.matches("", "")).isFalse();
        assertThat(passwords.matches("x", "$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA"))
                .isFalse();
    }
}
