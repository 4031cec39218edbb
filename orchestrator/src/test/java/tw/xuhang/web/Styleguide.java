package tw.xuhang.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.xuhang.web.http.Regions;
import tw.xuhang.web.http.Templates;
import tw.xuhang.web.view.Chrome;
import tw.xuhang.web.view.ConsentView;
import tw.xuhang.web.view.DeclarationView;
import tw.xuhang.web.view.ErrorView;
import tw.xuhang.web.view.Mode;
import tw.xuhang.web.view.RunbookView;
import tw.xuhang.web.view.SignInView;

/** Every page with sample values, by name. */
final class Styleguide {

    private final Templates templates = new Templates();
    private final Regions regions = new Regions(templates);
    private final Language language;
    private final String theme;

    Styleguide(Language language, String theme) {
        this.language = language;
        this.theme = theme;
    }

    Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("board", board(false));
        pages.put("board-quiet", board(true));
        pages.put("incident", incident(Mode.REAL));
        pages.put("incident-drill", incident(Mode.DRILL));
        pages.put("run", run());
        pages.put("waiting", page("waiting", inside("waiting.title", Mode.REAL), Map.of("waiting", Samples.waiting())));
        for (ConsentView.State state : ConsentView.State.values()) {
            pages.put("consent-" + state, consent(Samples.consent(state, "")));
        }
        pages.put(
                "consent-wrong",
                consent(Samples.consent(ConsentView.State.OPEN, words().get("consent.trouble.wrong"))));
        for (PhoneSamples.Moment moment : PhoneSamples.Moment.values()) {
            pages.put(
                    "phone-" + moment,
                    page("phone", inside("phone.title", Mode.REAL), Map.of("view", PhoneSamples.at(moment, words()))));
        }
        pages.put("vendor-new", vendor(false, true));
        pages.put("vendor-working", vendor(true, true));
        pages.put("vendor-closed", vendor(true, false));
        for (DeclarationView.Act act : DeclarationView.Act.values()) {
            pages.put(
                    "declaration-" + act,
                    page(
                            "declaration",
                            inside("declaration.title", Mode.REAL),
                            Map.of("view", Samples.declaration(act))));
        }
        pages.put("runbooks", page("runbooks", inside("runbooks.title", null), Map.of("view", RunbookSamples.all())));
        var all = new RunbookView.Acts(true, true, true, true, "");
        var none = new RunbookView.Acts(false, false, false, false, "審查與公布須由不同人為之。");
        pages.put(
                "runbook",
                page(
                        "runbook",
                        inside("runbooks.title", null),
                        Map.of("view", RunbookSamples.one(all, ""), "exercise", true)));
        pages.put(
                "runbook-refused",
                page(
                        "runbook",
                        inside("runbooks.title", null),
                        Map.of(
                                "view",
                                RunbookSamples.one(none, words().get("version.trouble.used")),
                                "exercise",
                                true)));
        for (SignInView.Step step : SignInView.Step.values()) {
            SignInView view = new SignInView(step, "leader", "/", "", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
            pages.put("signin-" + step, page("signin", outside("login.title"), Map.of("view", view)));
        }
        ErrorView error = new ErrorView(404, words().get("error.404.title"), words().get("error.404.text"), "");
        pages.put("error", page("error", outside("error.404.title"), Map.of("error", error)));
        return pages;
    }

    private String board(boolean quiet) {
        Chrome chrome = inside("board.title", quiet ? null : Mode.REAL);
        var board = quiet ? Samples.quiet() : Samples.board();
        return page("board", chrome, Map.of("regions", regions.board(chrome.words(), chrome.now(), board)));
    }

    private String incident(Mode mode) {
        var view = Samples.incident(mode);
        Chrome chrome = inside("incident.timeline", mode);
        return page(
                "incident",
                chrome,
                Map.of("incident", view, "regions", regions.incident(chrome.words(), chrome.now(), view)));
    }

    private String run() {
        Chrome chrome = inside("run.steps", Mode.REAL);
        return page(
                "run",
                chrome,
                Map.of(
                        "run",
                        Samples.run(),
                        "regions",
                        regions.run(chrome.words(), chrome.now(), Samples.run(), "form-token")));
    }

    private String consent(ConsentView view) {
        return page("consent", outside("consent.title"), Map.of("consent", view));
    }

    private String vendor(boolean acknowledged, boolean open) {
        Chrome chrome = outside("consent.title").about(Mode.DRILL);
        return page("vendor", chrome, Map.of("order", Samples.vendor(acknowledged, open)));
    }

    private String page(String template, Chrome chrome, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("page", chrome);
        return templates.render(template, all);
    }

    private Chrome inside(String title, @Nullable Mode mode) {
        return Samples.chrome(words().get(title), mode, language, theme);
    }

    private Chrome outside(String title) {
        return Samples.outside(words().get(title), Mode.REAL, language, theme);
    }

    private Words words() {
        return Words.in(language);
    }

    static List<String> themes() {
        return List.of("light", "dark");
    }
}
