package tw.xuhang.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The vendors' desks: they have no account and answer by the link in their letter. */
final class VendorPart implements Part, Closeable {

    private final Set<String> office;
    private final MailCatcher mail;
    private final Browser browser;
    private final Story story;
    private final Map<String, Letter> orders = new LinkedHashMap<>();
    private final Map<String, Integer> progress = new HashMap<>();
    private boolean mended;

    /** @param office addresses of the office's own people, whose letters are not the vendors' */
    VendorPart(Collection<String> office, MailCatcher mail, URI base, Story story) {
        this.office = Set.copyOf(office);
        this.mail = mail;
        this.browser = new Browser(base);
        this.story = story;
    }

    @Override
    public void look(CaseFile now) throws IOException, InterruptedException {
        mail.letters().stream()
                .filter(letter -> !office.contains(letter.to()) && letter.link().isPresent())
                .forEach(letter -> orders.putIfAbsent(letter.id(), letter));
        for (Letter letter : orders.values()) {
            answer(letter);
        }
    }

    /** Somebody is on the way for every order that was placed. */
    boolean underWay(CaseFile now) {
        return !now.orders().isEmpty()
                && orders.size() >= now.orders().size()
                && orders.keySet().stream().allMatch(id -> progress.getOrDefault(id, 0) >= 2);
    }

    /** From now on the desks report what was found and repaired. */
    void repaired() {
        mended = true;
    }

    @Override
    public void close() {
        browser.close();
    }

    private void answer(Letter letter) throws IOException, InterruptedException {
        int steps = progress.getOrDefault(letter.id(), 0);
        if (steps == 0) {
            send(letter, "acknowledge", Map.of(), "受理派工 acknowledges the order");
        } else if (steps == 1) {
            send(letter, "eta", Map.of("minutes", "30"), "預計 30 分鐘到場 will be there in 30 min");
        } else if (steps == 2 && mended) {
            send(letter, "fixed", report(letter), "回報障礙點、影響區間、範圍與修復 reports the fault and the repair");
        }
    }

    private void send(Letter letter, String answer, Map<String, String> filled, String line)
            throws IOException, InterruptedException {
        Page page = browser.open(letter.link().orElseThrow().toString());
        Form form = page.formWith("answer", answer)
                .orElseThrow(() -> new IOException("no form for '" + answer + "' on " + page.gist()));
        Map<String, String> all = new HashMap<>(filled);
        all.put("answer", answer);
        Page after = browser.submit(form, all);
        if (!after.ok()) {
            throw new IOException(answer + ": " + after.gist());
        }
        progress.merge(letter.id(), 1, Integer::sum);
        story.tell("廠商 Vendor " + letter.to() + "：" + line);
    }

    private static Map<String, String> report(Letter letter) {
        boolean carrier = letter.to().endsWith("lessor.test");
        return Map.of(
                "point", carrier ? "3 號人手孔光纜遭施工挖斷" : "本所端設備正常，障礙在電信端",
                "section", carrier ? "示範機房至示範鎮公所" : "路由器至線路終端設備",
                "scope", carrier ? "專線全斷，含政府網際服務網" : "無",
                "cause", carrier ? "道路施工，已熔接光纜" : "配合電信端確認");
    }
}
