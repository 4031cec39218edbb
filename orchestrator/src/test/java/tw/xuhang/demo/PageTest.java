package tw.xuhang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PageTest {

    private static final Page PAGE = new Page(URI.create("http://127.0.0.1:1/v/abc?x=1"), 200, """
            <h1>甲 &amp; 乙</h1>
            <form method="post" action="/v/abc"><input type="hidden" name="csrf" value="a&#34;b">
            <label><input type="radio" name="minutes" value="30" required>30</label>
            <input type="radio" name="minutes" value="60">
            <button name="answer" value="eta">到場時間</button></form>
            <form method="post"><input type="text" name="point" value="x"><button name="answer" value="fixed">修復</button></form>
            """);

    @Test
    void aFormIsFoundByItsButtonAndSentWithWhatThePageHidInIt() {
        Form form = PAGE.formWith("answer", "eta").orElseThrow();

        assertThat(form.action()).isEqualTo(URI.create("http://127.0.0.1:1/v/abc"));
        assertThat(form.firstChoice("minutes")).contains("30");
        assertThat(form.body(Map.of("answer", List.of("eta")))).isEqualTo("csrf=a%22b&answer=eta");
    }

    @Test
    void aFormWithoutAnActionGoesToItsOwnPage() {
        assertThat(PAGE.formWith("answer", "fixed").orElseThrow().action()).isEqualTo(PAGE.at());
    }

    @Test
    void whatIsNotOfferedIsNotFound() {
        assertThat(PAGE.formWith("answer", "grant")).isEmpty();
        assertThat(PAGE.form("/declare")).isEmpty();
    }

    @Test
    void aPageSaysWhatItIsAbout() {
        assertThat(PAGE.gist()).isEqualTo("200 /v/abc 甲 & 乙");
    }
}
