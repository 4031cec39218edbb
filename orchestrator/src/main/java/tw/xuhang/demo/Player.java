package tw.xuhang.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Somebody at a browser of their own, with their own password and second factor. */
final class Player implements Closeable {

    private final Member member;
    private final Browser browser;
    private final Authenticator app;

    Player(Member member, URI base, InstantSource clock) {
        this.member = member;
        this.browser = new Browser(base);
        this.app = new Authenticator(member.secret(), clock);
    }

    Member member() {
        return member;
    }

    Browser browser() {
        return browser;
    }

    /** A code of the second factor that was not used yet, empty until the app shows the next one. */
    Optional<String> code() {
        return app.fresh();
    }

    /** @throws IOException the service does not let the person in */
    void signIn() throws IOException, InterruptedException {
        Page page = browser.open("/login");
        page = browser.submit(form(page, "/login"), Map.of("name", member.account(), "password", member.password()));
        if (page.form("/login/code").isPresent()) {
            page = browser.submit(form(page, "/login/code"), Map.of("code", code().orElse(app.shown())));
        }
        if (!page.ok() || page.at().getPath().startsWith("/login")) {
            throw new IOException(member.post() + " (" + member.account() + ") cannot sign in: " + page.gist());
        }
    }

    @Override
    public void close() {
        browser.close();
    }

    private Form form(Page page, String ending) throws IOException {
        return page.form(ending).orElseThrow(() -> new IOException("no form " + ending + " on " + page.gist()));
    }
}
