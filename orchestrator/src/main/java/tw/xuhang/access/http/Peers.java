package tw.xuhang.access.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a request comes from. Anybody can write {@code X-Forwarded-For}: it counts only from the reverse proxies
 * that {@code xuhang.trusted-proxies} lists (addresses; none by default), and then the last address in it that is
 * no such proxy, because what stands before that one is what the caller himself wrote.
 */
@Singleton
public final class Peers {

    private static final String FORWARDED = "X-Forwarded-For";

    private final Set<String> proxies;

    /** @throws IllegalArgumentException something in the list is no IP address */
    Peers(@Value("${xuhang.trusted-proxies:}") List<String> proxies) {
        this.proxies = proxies.stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> InetAddress.ofLiteral(address).getHostAddress())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The address of who asks; empty where the connection has none. */
    public String source(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        if (peer == null) {
            return "";
        }
        String nearest = peer.getHostAddress();
        return proxies.contains(nearest) ? behind(nearest, request.getHeaders().getAll(FORWARDED)) : nearest;
    }

    private String behind(String proxy, List<String> headers) {
        String nearest = proxy;
        for (String said : List.of(String.join(",", headers).split(",", -1)).reversed()) {
            Optional<String> address = literal(said.strip());
            if (address.isEmpty()) {
                return nearest;
            }
            nearest = address.get();
            if (!proxies.contains(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static Optional<String> literal(String said) {
        try {
            return Optional.of(InetAddress.ofLiteral(said).getHostAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
