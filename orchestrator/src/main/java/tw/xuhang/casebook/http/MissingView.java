package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import tw.xuhang.casebook.Closing;

/**
 * Something that a case lacks before it may be closed.
 *
 * @param code e.g. {@code run-under-way}
 * @param what the run, task, request, order, line or service
 */
@Introspected
record MissingView(String code, String what) {

    static MissingView of(Closing.Missing missing) {
        return new MissingView(Word.of(missing.kind()), missing.what());
    }
}
