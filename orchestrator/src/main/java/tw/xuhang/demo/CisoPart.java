package tw.xuhang.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The CISO on a phone: opens the link of the newest letter, reads, and consents with the second factor. The
 * link is bound to the CISO and opens without a session; deciding takes the code.
 */
final class CisoPart implements Part {

    private final Player ciso;
    private final MailCatcher mail;
    private final Story story;
    private final Set<String> decided = new HashSet<>();
    private final Set<String> spent = new HashSet<>();

    CisoPart(Player ciso, MailCatcher mail, Story story) {
        this.ciso = ciso;
        this.mail = mail;
        this.story = story;
    }

    @Override
    public void look(CaseFile now) throws IOException, InterruptedException {
        for (String act : List.of("declare", "stand-down")) {
            JsonNode request = now.waitingFor(act, "decide").orElse(null);
            if (request == null || decided.contains(request.path("key").asText())) {
                continue;
            }
            for (Letter letter : letters().reversed()) {
                if (grants(letter)) {
                    decided.add(request.path("key").asText());
                    story.tell("資安長由信件連結開啟，以第二驗證因子同意 CISO opens the letter's link and consents ("
                            + (act.equals("declare") ? "啟動 declare" : "解除 stand down") + ")");
                    break;
                }
            }
        }
    }

    private List<Letter> letters() {
        return mail.letters().stream()
                .filter(letter -> letter.to().equals(ciso.member().mail()))
                .filter(letter -> letter.link().isPresent() && !spent.contains(letter.copy()))
                .toList();
    }

    /** A letter whose page offers no decision is of an earlier request, and not opened again. */
    private boolean grants(Letter letter) throws IOException, InterruptedException {
        Page page = ciso.browser().open(letter.link().orElseThrow().toString());
        Form form = page.formWith("answer", "grant").orElse(null);
        if (form == null) {
            spent.add(letter.copy());
            return false;
        }
        Optional<String> code = ciso.code();
        if (code.isEmpty()) {
            return false;
        }
        Page after = ciso.browser().submit(form, Map.of("answer", "grant", "code", code.get()));
        if (!after.ok() || after.formWith("answer", "grant").isPresent()) {
            throw new IOException("consent was not taken: " + after.gist());
        }
        spent.add(letter.copy());
        return true;
    }
}
