package tw.xuhang.access.store;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tw.xuhang.access.Action;
import tw.xuhang.access.ApiToken;
import tw.xuhang.access.ApiTokenRows;

/** API tokens in the database, by hash. */
@Singleton
final class StoredApiTokens implements ApiTokenRows {

    private final ApiTokenTable table;

    StoredApiTokens(ApiTokenTable table) {
        this.table = table;
    }

    @Override
    public void add(ApiToken token) {
        String scopes = token.scopes().stream().map(Action::name).sorted().collect(Collectors.joining(","));
        table.save(
                new ApiTokenRow(token.hash(), token.name(), scopes, token.madeBy(), token.madeAt(), token.expiresAt()));
    }

    @Override
    public Optional<ApiToken> find(String hash) {
        return table.findByHash(hash).map(StoredApiTokens::token);
    }

    @Override
    public List<ApiToken> all() {
        return table.findAllOrderByName().stream().map(StoredApiTokens::token).toList();
    }

    @Override
    public boolean remove(String name) {
        return table.deleteByName(name) > 0;
    }

    private static ApiToken token(ApiTokenRow row) {
        var scopes =
                Arrays.stream(row.scopes().split(",", -1)).map(Action::valueOf).collect(Collectors.toSet());
        return new ApiToken(row.hash(), row.name(), scopes, row.madeBy(), row.madeAt(), row.expiresAt());
    }
}
