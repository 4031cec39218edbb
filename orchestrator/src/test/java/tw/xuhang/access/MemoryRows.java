package tw.xuhang.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions, tokens and links of a test's lifetime. */
final class MemoryRows {

    final Map<String, Session> sessionsByHash = new HashMap<>();
    final Map<String, ApiToken> tokensByHash = new HashMap<>();
    final Map<String, Link> linksByHash = new HashMap<>();

    SessionRows sessions() {
        return new SessionRows() {
            @Override
            public void add(Session session) {
                sessionsByHash.put(session.hash(), session);
            }

            @Override
            public Optional<Session> find(String hash) {
                return Optional.ofNullable(sessionsByHash.get(hash));
            }

            @Override
            public void seen(String hash, Instant at) {
                sessionsByHash.computeIfPresent(
                        hash,
                        (ignored, s) ->
                                new Session(s.hash(), s.account(), s.complete(), s.startedAt(), at, s.steppedUpAt()));
            }

            @Override
            public void remove(String hash) {
                sessionsByHash.remove(hash);
            }

            @Override
            public void removeOf(String account) {
                sessionsByHash.values().removeIf(session -> session.account().equals(account));
            }

            @Override
            public void removeOlder(Instant seenBefore, Instant startedBefore) {
                sessionsByHash
                        .values()
                        .removeIf(session -> session.seenAt().isBefore(seenBefore)
                                || session.startedAt().isBefore(startedBefore));
            }
        };
    }

    ApiTokenRows tokens() {
        return new ApiTokenRows() {
            @Override
            public void add(ApiToken token) {
                tokensByHash.put(token.hash(), token);
            }

            @Override
            public Optional<ApiToken> find(String hash) {
                return Optional.ofNullable(tokensByHash.get(hash));
            }

            @Override
            public List<ApiToken> all() {
                return List.copyOf(tokensByHash.values());
            }

            @Override
            public boolean remove(String name) {
                return tokensByHash.values().removeIf(token -> token.name().equals(name));
            }
        };
    }

    LinkRows links() {
        return new LinkRows() {
            @Override
            public void add(Link link) {
                linksByHash.put(link.hash(), link);
            }

            @Override
            public Optional<Link> find(String hash) {
                return Optional.ofNullable(linksByHash.get(hash));
            }

            @Override
            public void removeOf(Link.Kind kind, String subject) {
                linksByHash
                        .values()
                        .removeIf(link -> link.kind() == kind && link.subject().equals(subject));
            }
        };
    }
}
