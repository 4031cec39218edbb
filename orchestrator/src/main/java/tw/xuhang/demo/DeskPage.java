package tw.xuhang.demo;

import java.net.URI;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tw.xuhang.access.Base32;
import tw.xuhang.time.OfficeTime;

/** The desk's page as HTML. It renews itself, so that codes and letters are those of the moment. */
final class DeskPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(OfficeTime.ZONE);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<]+");
    private static final String HEAD = """
            <!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8">%s
            <meta name="viewport" content="width=device-width">
            <title>續航展示桌 Demo desk</title>
            <style>body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}
            table{border-collapse:collapse}td,th{padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}
            pre{white-space:pre-wrap;background:#f4f4f4;padding:.8rem}code{font-size:1.1em}</style>
            """;

    private final URI service;
    private final Cast cast;
    private final Story story;
    private final InstantSource clock;

    DeskPage(URI service, Cast cast, Story story, InstantSource clock) {
        this.service = service;
        this.cast = cast;
        this.story = story;
        this.clock = clock;
    }

    String all(List<Letter> letters) {
        return HEAD.formatted("<meta http-equiv=\"refresh\" content=\"3\">")
                + "<h1>續航展示桌 Demo desk</h1><p>系統 Service: " + link(service.toString()) + "</p>"
                + "<h2>經過 What happened</h2><pre>" + safe(String.join("\n", story.lines())) + "</pre>"
                + "<form method=\"post\" action=\"mend\"><button>修復主線路 Mend the main line</button></form>"
                + "<form method=\"post\" action=\"cut\"><button>切斷主線路 Cut the main line</button></form>"
                + "<h2>信件 Letters</h2><table>" + letters(letters) + "</table>"
                + "<h2>帳號 Accounts</h2><p>驗證碼每 30 秒更換，各用一次。Codes change every 30 s and work once.</p>"
                + "<table><tr><th>職務<th>帳號 Account<th>密碼 Password<th>驗證碼 Code<th>金鑰 Secret</tr>" + accounts()
                + "</table>";
    }

    String letter(List<Letter> letters, String index) {
        int at = index.matches("\\d{1,5}") ? Integer.parseInt(index) : -1;
        if (at < 0 || at >= letters.size()) {
            return HEAD.formatted("") + "<p>沒有這封信 No such letter";
        }
        Letter letter = letters.get(at);
        String text = LINK.matcher(safe(letter.text())).replaceAll("<a href=\"$0\" rel=\"noreferrer\">$0</a>");
        return HEAD.formatted("") + "<p><a href=\"../\">← 展示桌 Desk</a></p><h1>" + safe(letter.subject()) + "</h1><p>"
                + TIME.format(letter.at()) + " → " + safe(letter.to()) + "</p><pre>" + text + "</pre>";
    }

    private static String letters(List<Letter> letters) {
        return IntStream.range(0, letters.size())
                .mapToObj(i -> "<tr><td>%s<td>%s<td><a href=\"letter/%d\">%s</a></tr>"
                        .formatted(
                                TIME.format(letters.get(i).at()),
                                safe(letters.get(i).to()),
                                i,
                                safe(letters.get(i).subject())))
                .collect(Collectors.joining());
    }

    private String accounts() {
        return cast.members().stream()
                .map(member ->
                        "<tr><td>%s<td><code>%s</code><td><code>%s</code><td><code>%s</code><td><code>%s</code></tr>"
                                .formatted(
                                        safe(member.post()),
                                        member.account(),
                                        member.password(),
                                        new Authenticator(member.secret(), clock).shown(),
                                        Base32.encode(Base64.getDecoder().decode(member.secret()))))
                .collect(Collectors.joining());
    }

    private static String link(String address) {
        return "<a href=\"" + safe(address) + "\" rel=\"noreferrer\">" + safe(address) + "</a>";
    }

    private static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
