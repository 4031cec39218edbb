package tw.xuhang.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one benchmark found, in the order it is told. Not thread-safe. */
final class Result {

    private static final int DIGITS = 3;

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<Bar> bars = new ArrayList<>();
    private boolean skipped;

    /** A line that a figure must keep to, and where we are going. */
    record Bar(String figure, double value, double must, double aim, boolean moreIsBetter) {

        boolean met() {
            return keeps(must);
        }

        boolean aimMet() {
            return keeps(aim);
        }

        private boolean keeps(double line) {
            return moreIsBetter ? value >= line : value <= line;
        }
    }

    Result(String benchmark) {
        figures.put("benchmark", benchmark);
    }

    static Result skipped(String benchmark, String why) {
        Result result = new Result(benchmark);
        result.figures.put("skipped", why);
        result.skipped = true;
        return result;
    }

    Result with(String name, double value) {
        figures.put(name, rounded(value));
        return this;
    }

    Result with(String name, String value) {
        figures.put(name, value);
        return this;
    }

    Result atLeast(String name, double value, double must, double aim) {
        bars.add(new Bar(name, value, must, aim, true));
        return with(name, value);
    }

    Result atMost(String name, double value, double must, double aim) {
        bars.add(new Bar(name, value, must, aim, false));
        return with(name, value);
    }

    boolean wasSkipped() {
        return skipped;
    }

    boolean meetsEveryBar() {
        return bars.stream().allMatch(Bar::met);
    }

    /** @param judged whether the run was long enough to hold figures against the bars */
    String line(boolean judged) {
        var all = new LinkedHashMap<>(figures);
        if (judged) {
            bars.forEach(bar -> all.put(
                    bar.figure() + "Bar",
                    Map.of("must", bar.must(), "aim", bar.aim(), "met", bar.met(), "aimMet", bar.aimMet())));
        } else if (!skipped) {
            all.put("quick", true);
        }
        try {
            return new ObjectMapper().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object rounded(double value) {
        var exact = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
        return exact.stripTrailingZeros().scale() <= 0 ? (Object) exact.longValueExact() : exact.stripTrailingZeros();
    }
}
