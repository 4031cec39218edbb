package tw.xuhang.web.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tw.xuhang.web.Words;

/**
 * What stands around every page.
 *
 * @param title first heading, also the browser's title
 * @param mode of what the page is about, null where it is about nothing in particular
 * @param person who is signed in, empty for nobody
 * @param formToken what forms must bring back, empty where the address itself is the secret
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param path of this page, to come back to after a switch
 * @param open open incidents, null where the viewer may not know
 * @param waiting things that wait for the viewer
 * @param live address of the live view's events, empty where the page does not change by itself
 */
public record Chrome(
        Words words,
        String title,
        @Nullable Mode mode,
        String person,
        String formToken,
        String theme,
        String path,
        Instant now,
        @Nullable Integer open,
        int waiting,
        String live,
        boolean kiosk) {

    public Chrome live(String address) {
        return new Chrome(words, title, mode, person, formToken, theme, path, now, open, waiting, address, kiosk);
    }

    public Chrome about(Mode of) {
        return new Chrome(words, title, of, person, formToken, theme, path, now, open, waiting, live, kiosk);
    }

    public boolean signedIn() {
        return !person.isEmpty();
    }
}
