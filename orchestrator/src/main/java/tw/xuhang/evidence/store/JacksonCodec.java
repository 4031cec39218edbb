package tw.xuhang.evidence.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tw.xuhang.evidence.Draft;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;

/**
 * A family of facts (a sealed interface of records) as JSON. Each record has a name that never changes and a version
 * that grows with its form; older bodies are brought up to date step by step before they are read (E3).
 *
 * {@snippet :
 * EntryCodec<ConsentEntry> codec = JacksonCodec.of(ConsentEntry.class)
 *         .type("consent.requested", Requested.class)
 *         .type("consent.granted", Granted.class, List.of(oneToTwo))   // version 2
 *         .build();
 * }
 */
public final class JacksonCodec<E> implements EntryCodec<E> {

    private static final JsonMapper JSON = SealedTypes.mapper();

    private record Form<T>(String type, Class<T> record, List<UnaryOperator<ObjectNode>> upcasters) {
        int version() {
            return upcasters.size() + 1;
        }
    }

    private final Map<String, Form<? extends E>> byType;
    private final Map<Class<?>, Form<? extends E>> byRecord = new HashMap<>();

    private JacksonCodec(Map<String, Form<? extends E>> byType) {
        this.byType = Map.copyOf(byType);
        byType.values().forEach(form -> byRecord.put(form.record(), form));
    }

    public static <E> Builder<E> of(Class<E> family) {
        return new Builder<>(family);
    }

    @Override
    public Draft write(E fact) {
        Form<? extends E> form = byRecord.get(fact.getClass());
        if (form == null) {
            throw new IllegalArgumentException("no name for " + fact.getClass());
        }
        try {
            return new Draft(form.type(), form.version(), JSON.writeValueAsString(fact));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + form.type(), e);
        }
    }

    @Override
    public E read(Entry entry) {
        Form<? extends E> form = byType.get(entry.type());
        if (form == null || entry.version() > form.version()) {
            throw new UnknownEntry(entry);
        }
        try {
            return parse(form, entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "entry %s#%d (%s) cannot be read: %s"
                            .formatted(entry.stream(), entry.seq(), entry.type(), e.getOriginalMessage()),
                    e);
        }
    }

    private static <T> T parse(Form<T> form, Entry entry) throws JsonProcessingException {
        if (entry.version() == form.version()) {
            return JSON.readValue(entry.body(), form.record());
        }
        ObjectNode body = (ObjectNode) JSON.readTree(entry.body());
        for (UnaryOperator<ObjectNode> upcaster :
                form.upcasters().subList(entry.version() - 1, form.upcasters().size())) {
            body = upcaster.apply(body);
        }
        return JSON.treeToValue(body, form.record());
    }

    @Override
    public Map<String, Integer> types() {
        Map<String, Integer> types = new HashMap<>();
        byType.forEach((type, form) -> types.put(type, form.version()));
        return types;
    }

    /** Names the records of a family. Not thread-safe. */
    public static final class Builder<E> {
        private final Class<E> family;
        private final Map<String, Form<? extends E>> forms = new LinkedHashMap<>();

        private Builder(Class<E> family) {
            this.family = family;
        }

        public <T extends E> Builder<E> type(String type, Class<T> record) {
            return type(type, record, List.of());
        }

        /** @param upcasters from version 1 to 2, from 2 to 3, …; as many as the current version less one */
        public <T extends E> Builder<E> type(String type, Class<T> record, List<UnaryOperator<ObjectNode>> upcasters) {
            if (forms.put(type, new Form<>(type, record, List.copyOf(upcasters))) != null) {
                throw new IllegalArgumentException("named twice: " + type);
            }
            return this;
        }

        /** @throws IllegalStateException a record of the family has no name, or two */
        public JacksonCodec<E> build() {
            List<Class<?>> missing = new ArrayList<>(leaves(family));
            for (Form<? extends E> form : forms.values()) {
                if (!missing.remove(form.record())) {
                    throw new IllegalStateException(form.record() + " is named twice or not of " + family);
                }
            }
            if (!missing.isEmpty()) {
                throw new IllegalStateException("without a name: " + missing);
            }
            return new JacksonCodec<>(forms);
        }

        private static List<Class<?>> leaves(Class<?> type) {
            if (!type.isSealed()) {
                return List.of(type);
            }
            List<Class<?>> leaves = new ArrayList<>();
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                leaves.addAll(leaves(permitted));
            }
            return leaves;
        }
    }
}
