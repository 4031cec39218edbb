package tw.xuhang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MainTest {
    @Test
    void saysItsVersion() {
        assertThat(new Main.Version().getVersion()).isNotEmpty();
    }
}
