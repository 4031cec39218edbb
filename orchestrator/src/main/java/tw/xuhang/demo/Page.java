package tw.xuhang.demo;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a browser shows: the address it ended at, the status and the page. */
record Page(URI at, int status, String html) {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("<h1\\b[^>]*>(.*?)</h1>", Pattern.DOTALL);
    private static final Pattern TROUBLE = Pattern.compile("role=\"alert\"[^>]*>(.*?)</", Pattern.DOTALL);

    boolean ok() {
        return status >= 200 && status < 300;
    }

    Stream<Form> forms() {
        return FORM.matcher(html).results().map(found -> Form.of(at, found.group(1), found.group(2)));
    }

    /** The form that posts to an address with this ending. */
    Optional<Form> form(String ending) {
        return forms().filter(form -> form.action().getPath().endsWith(ending)).findFirst();
    }

    /** The form that has a button or field of this name and value. */
    Optional<Form> formWith(String name, String value) {
        return forms().filter(form -> form.offers(name, value)).findFirst();
    }

    /** What the page says about itself, for a story about why it was of no use. */
    String gist() {
        return "%d %s %s"
                .formatted(
                        status,
                        at.getPath(),
                        first(TROUBLE).or(() -> first(HEADING)).orElse(""))
                .strip();
    }

    private Optional<String> first(Pattern pattern) {
        Matcher found = pattern.matcher(html);
        return found.find()
                ? Optional.of(
                        Form.plain(found.group(1).replaceAll("<[^>]*>", " ")).strip())
                : Optional.empty();
    }
}
