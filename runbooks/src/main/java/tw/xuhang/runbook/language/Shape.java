package tw.xuhang.runbook.language;

import java.util.List;
import java.util.Optional;

/**
 * A table of the keys that may stand together.
 *
 * @param name for messages, with its article: "an ansible step"
 * @param either sets of keys of which one excludes the others
 */
record Shape(String name, List<Key> keys, List<Either> either) {

    Shape {
        keys = List.copyOf(keys);
        either = List.copyOf(either);
    }

    Shape(String name, List<Key> keys) {
        this(name, keys, List.of());
    }

    /** @param needed one of them must be there */
    record Either(List<String> names, boolean needed) {
        public Either {
            names = List.copyOf(names);
        }
    }

    Optional<Key> key(String name) {
        return keys.stream().filter(k -> k.name().equals(name)).findFirst();
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }
}
