package tw.xuhang.access;

import java.util.List;
import java.util.Optional;

/** Where API tokens are kept. */
public interface ApiTokenRows {

    void add(ApiToken token);

    Optional<ApiToken> find(String hash);

    List<ApiToken> all();

    /** @return false when there was none of this name */
    boolean remove(String name);
}
