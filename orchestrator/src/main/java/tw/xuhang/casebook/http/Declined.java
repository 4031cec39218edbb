package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import tw.xuhang.web.Problem;

/**
 * A {@link Problem} that names everything that is missing or wrong, not only the first.
 *
 * @param where the first of them, or empty
 */
@Introspected
record Declined(String type, String title, int status, String detail, String code, String where, List<Fault> errors) {

    /**
     * One thing that is missing or wrong.
     *
     * @param pointer its place in what was sent, or the key of what is not ready
     */
    @Introspected
    record Fault(String pointer, String message) {}

    static Declined of(Problem problem, List<Fault> errors) {
        return new Declined(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.code(),
                errors.isEmpty() ? problem.where() : errors.getFirst().pointer(),
                errors);
    }
}
