package tw.xuhang.runbook.language;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the pages of a tick-list; everything is in the file, nothing is fetched. */
final class TickHtml {

    /** Lines that the table of deviations and the signatures take. */
    static final int DEVIATIONS = 14;

    private static final int BLANK_ROWS = 5;

    /** Column widths add up to A4 less two margins of 12 mm; the step's is 28 characters of 9 points and padding. */
    private static final String STYLE = """
            @page { size: A4; margin: 12mm }
            * { box-sizing: border-box }
            body { margin: 0; font: 9pt/13pt "TW-Kai", "DFKai-SB", "BiauKai", "Noto Sans CJK TC", "Noto Sans TC", sans-serif; color: #000 }
            .page { width: 186mm; break-after: page }
            .page:last-child { break-after: auto }
            .page > footer, .page > header { display: flex; justify-content: space-between; height: 16pt }
            h1 { font-size: 15pt; line-height: 26pt; margin: 0 }
            .event { line-height: 26pt }
            p { margin: 0; white-space: pre }
            table { width: 186mm; border-collapse: collapse; table-layout: fixed }
            td, th { border: .4pt solid #000; padding: 1.2pt 1.5mm; vertical-align: top; text-align: left; white-space: nowrap }
            th { font-weight: bold }
            tr.heading td { background: #ddd; font-weight: bold }
            b { display: block }
            .box { font-size: 13pt; text-align: center; padding: 1.2pt 0 }
            .blank td { height: 26pt }
            @media screen { body { background: #888 } .page { background: #fff; padding: 12mm; width: 210mm; margin: 4mm auto } }
            """;

    private final Words words;
    private final TickHead head;
    private final StringBuilder out = new StringBuilder();

    TickHtml(Words words, TickHead head) {
        this.words = words;
        this.head = head;
    }

    String write(List<List<TickRow>> pages) {
        String language = words.language().startsWith("en") ? "en" : "zh-Hant-TW";
        line("<!DOCTYPE html>");
        line("<html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>" + escaped(head.title())
                + "</title><style>");
        out.append(STYLE);
        line("</style></head><body>");
        for (int i = 0; i < pages.size(); i++) {
            page(pages.get(i), i + 1, pages.size());
        }
        line("</body></html>");
        return out.toString();
    }

    private void page(List<TickRow> rows, int number, int of) {
        line("<section class=\"page\">");
        line("<header><span>" + escaped(head.title()) + "　" + escaped(words.say("paper.kind")) + "</span><span>"
                + escaped(head.version()) + "</span></header>");
        if (number == 1) {
            line("<h1>" + escaped(head.title()) + "</h1>");
            head.facts().forEach(fact -> line("<p>" + escaped(fact) + "</p>"));
            line("<p class=\"event\">" + escaped(head.event()) + "</p>");
        }
        if (!rows.isEmpty()) {
            steps(rows);
        }
        if (number == of) {
            deviations();
        }
        line("<footer><span>" + escaped(head.version()) + "</span><span>"
                + escaped(words.say("paper.page", Integer.toString(number), Integer.toString(of)))
                + "</span></footer>");
        line("</section>");
    }

    private void steps(List<TickRow> rows) {
        line("<table><colgroup><col style=\"width:9mm\"><col style=\"width:14mm\"><col style=\"width:92mm\">"
                + "<col style=\"width:24mm\"><col style=\"width:20mm\"><col style=\"width:13mm\"><col style=\"width:14mm\">"
                + "</colgroup>");
        line("<tr>"
                + heads("paper.done", "", "paper.step", "paper.who", "paper.expected", "paper.time", "paper.initials")
                + "</tr>");
        rows.forEach(this::row);
        line("</table>");
    }

    private void row(TickRow row) {
        if (row.number().isEmpty()) {
            line("<tr class=\"heading\"><td colspan=\"7\">" + lines(row.title()) + "</td></tr>");
            return;
        }
        line("<tr><td class=\"box\">" + (row.tick() ? "☐" : "") + "</td><td style=\"padding-left:" + (1 + row.depth())
                + "mm\">" + escaped(row.number()) + "</td><td><b>" + lines(row.title()) + "</b>" + lines(row.body())
                + "</td><td>" + lines(row.who()) + "</td><td>" + lines(row.expected())
                + "</td><td></td><td></td></tr>");
    }

    private void deviations() {
        line("<table><colgroup><col style=\"width:24mm\"><col style=\"width:122mm\"><col style=\"width:20mm\">"
                + "<col style=\"width:20mm\"></colgroup>");
        line("<tr class=\"heading\"><td colspan=\"4\">" + escaped(words.say("paper.deviations")) + "</td></tr>");
        line("<tr>" + heads("paper.step", "paper.reason", "paper.time", "paper.initials") + "</tr>");
        for (int i = 0; i < BLANK_ROWS; i++) {
            line("<tr class=\"blank\"><td></td><td></td><td></td><td></td></tr>");
        }
        line("</table><p class=\"event\">" + escaped(head.signed()) + "</p>");
    }

    private String heads(String... keys) {
        return List.of(keys).stream()
                .map(key -> "<th>" + (key.isEmpty() ? "" : escaped(words.say(key))) + "</th>")
                .collect(Collectors.joining());
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(TickHtml::escaped).collect(Collectors.joining("<br>"));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
