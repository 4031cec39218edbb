package tw.xuhang.web.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import tw.xuhang.web.Language;

/** Switches language and theme. Changes a cookie of the viewer's own and nothing else, hence by GET. */
@Controller("/preferences")
@Produces(Pages.TEXT_HTML)
final class PreferencesController {

    private static final Duration KEPT = Duration.ofDays(400);

    @Get
    MutableHttpResponse<String> choose(
            HttpRequest<?> request,
            @Nullable @QueryValue String language,
            @Nullable @QueryValue String theme,
            @QueryValue(defaultValue = "/") String back) {
        MutableHttpResponse<String> response = Pages.see(Pages.local(back));
        if (language != null) {
            String tag = Language.of(language) == Language.EN ? "en" : "zh";
            response.cookie(cookie(Preferences.LANGUAGE_COOKIE, tag));
        }
        if (theme != null && Preferences.THEMES.contains(theme)) {
            response.cookie(cookie(Preferences.THEME_COOKIE, theme));
        }
        return response;
    }

    private static Cookie cookie(String name, String value) {
        return Cookie.of(name, value)
                .path("/")
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .maxAge(KEPT);
    }
}
