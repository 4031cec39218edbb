package tw.xuhang.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SamplesTest {

    private static final Samples HUNDRED =
            Samples.of(IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray());

    @Test
    void theMedianIsInTheMiddleInWhateverOrderTheyCame() {
        assertThat(Samples.of(9, 1, 5).median()).isEqualTo(5);
        assertThat(Samples.of(4, 1, 3, 2).median()).isEqualTo(2.5);
        assertThat(Samples.of(7).median()).isEqualTo(7);
    }

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        assertThat(HUNDRED.percentile(50)).isEqualTo(50);
        assertThat(HUNDRED.percentile(99)).isEqualTo(99);
        assertThat(HUNDRED.percentile(100)).isEqualTo(100);
        assertThat(Samples.of(3, 1, 2).percentile(99)).isEqualTo(3);
        assertThat(Samples.of(3, 1, 2).percentile(1)).isEqualTo(1);
    }

    @Test
    void nothingMeasuredIsNoResult() {
        assertThatThrownBy(Samples::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HUNDRED.percentile(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
