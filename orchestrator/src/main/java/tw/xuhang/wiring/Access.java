package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import tw.xuhang.access.Accounts;
import tw.xuhang.access.ApiTokenRows;
import tw.xuhang.access.ApiTokens;
import tw.xuhang.access.Failures;
import tw.xuhang.access.FirstAdministrator;
import tw.xuhang.access.LinkRows;
import tw.xuhang.access.Links;
import tw.xuhang.access.Lock;
import tw.xuhang.access.Passwords;
import tw.xuhang.access.SecondFactor;
import tw.xuhang.access.Secrets;
import tw.xuhang.access.SessionRows;
import tw.xuhang.access.Sessions;
import tw.xuhang.access.SigningIn;
import tw.xuhang.access.store.Argon2Passwords;
import tw.xuhang.access.store.Seal;
import tw.xuhang.home.Home;

/** Who may come in. */
@Factory
final class Access {

    @Singleton
    Secrets secrets() {
        return new Secrets(new SecureRandom());
    }

    @Singleton
    Passwords passwords(Secrets secrets) {
        return new Argon2Passwords(secrets);
    }

    @Singleton
    Seal seal(Home home, Secrets secrets) {
        return new Seal(home.directory("keys").resolve("access.key"), secrets);
    }

    @Singleton
    Lock lock(Failures failures, InstantSource clock) {
        return new Lock(failures, clock);
    }

    @Singleton
    SecondFactor secondFactor(Accounts accounts, Lock lock, InstantSource clock) {
        return new SecondFactor(accounts, lock, clock);
    }

    @Singleton
    SigningIn signingIn(Accounts accounts, Passwords passwords, SecondFactor factor, Lock lock, Secrets secrets) {
        String decoy = passwords.hash(secrets.token());
        return new SigningIn(accounts, passwords, factor, lock, () -> decoy);
    }

    @Singleton
    Sessions sessions(SessionRows rows, Secrets secrets, InstantSource clock) {
        return new Sessions(rows, secrets, clock);
    }

    @Singleton
    ApiTokens apiTokens(ApiTokenRows rows, Secrets secrets, InstantSource clock) {
        return new ApiTokens(rows, secrets, clock);
    }

    @Singleton
    Links links(LinkRows rows, Secrets secrets, InstantSource clock) {
        return new Links(rows, secrets, clock);
    }

    @Singleton
    FirstAdministrator firstAdministrator(Accounts accounts, Passwords passwords, Secrets secrets, Home home) {
        return new FirstAdministrator(accounts, passwords, secrets, home.path().resolve("administrator-password"));
    }
}
