package tw.xuhang.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.access.AccountSeed;
import tw.xuhang.access.Accounts;
import tw.xuhang.access.Passwords;
import tw.xuhang.access.Role;

/**
 * Reads accounts from a file once, before the first administrator would be made, and removes the file:
 * {@code [{"account", "person", "roles": [], "password", "totp": base 64}]}. Others must not be able to read it.
 */
@Singleton
@Requires(property = "xuhang.accounts.seed")
final class SeededAccounts implements ApplicationEventListener<StartupEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(SeededAccounts.class);

    private final AccountSeed seed;
    private final Path file;

    SeededAccounts(Accounts accounts, Passwords passwords, @Value("${xuhang.accounts.seed}") String file) {
        this.seed = new AccountSeed(accounts, passwords);
        this.file = Path.of(file);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        try {
            if (Files.exists(file)) {
                LOG.warn("{} accounts taken over from {}", seed.sow(seeds()), file);
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the accounts in " + file, e);
        }
    }

    private List<AccountSeed.Seed> seeds() throws IOException {
        if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("------")) {
            throw new IOException("others may read it: its permissions must be 0600");
        }
        List<AccountSeed.Seed> seeds = new ArrayList<>();
        for (JsonNode node : new ObjectMapper().readTree(file.toFile())) {
            seeds.add(new AccountSeed.Seed(
                    node.path("account").asText(),
                    node.path("person").asText(),
                    roles(node.path("roles")),
                    node.path("password").asText(),
                    node.path("totp").asText()));
        }
        return seeds;
    }

    private static Set<Role> roles(JsonNode keys) throws IOException {
        Set<Role> roles = new HashSet<>();
        for (JsonNode key : keys) {
            roles.add(Role.of(key.asText()).orElseThrow(() -> new IOException("there is no role " + key)));
        }
        return roles;
    }
}
