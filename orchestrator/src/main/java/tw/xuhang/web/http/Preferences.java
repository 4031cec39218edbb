package tw.xuhang.web.http;

import io.micronaut.http.HttpRequest;
import java.util.Set;
import tw.xuhang.web.Language;

/** Language and theme, from cookies so that the first byte is right and nothing flashes. */
public record Preferences(Language language, String theme) {

    static final String LANGUAGE_COOKIE = "xuhang_language";
    static final String THEME_COOKIE = "xuhang_theme";
    static final Set<String> THEMES = Set.of("auto", "light", "dark");

    public static Preferences of(HttpRequest<?> request) {
        String language = request.getCookies()
                .findCookie(LANGUAGE_COOKIE)
                .map(cookie -> cookie.getValue())
                .orElseGet(() -> request.getHeaders().get("Accept-Language", String.class, ""));
        String theme = request.getCookies()
                .findCookie(THEME_COOKIE)
                .map(cookie -> cookie.getValue())
                .filter(THEMES::contains)
                .orElse("auto");
        return new Preferences(Language.of(language), theme);
    }
}
