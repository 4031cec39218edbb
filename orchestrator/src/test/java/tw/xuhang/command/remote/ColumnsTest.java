package tw.xuhang.command.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ColumnsTest {

    @Test
    void aChineseCharacterIsAsWideAsTwoLatinLetters() {
        var table = new Columns("案號", "標題", "x");
        table.row("2026-0001", "骨幹線路中斷", "1").row("2", "down", "2");
        assertThat(table.lines())
                .containsExactly("案號       標題          x", "2026-0001  骨幹線路中斷  1", "2          down          2");
    }

    @Test
    void marksThatStandOnOthersTakeNoRoom() {
        assertThat(Columns.width("e\u0301")).isEqualTo(1);
        assertThat(Columns.width("（）")).isEqualTo(4);
        assertThat(Columns.width("𠮷")).isEqualTo(2);
    }

    @Test
    void aTitleFromOutsideCannotSteerTheTerminal() {
        assertThat(Columns.plain("a\u001b[2Jb\nc")).isEqualTo("a [2Jb c");
    }
}
