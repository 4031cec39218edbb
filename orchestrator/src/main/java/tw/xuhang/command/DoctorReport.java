package tw.xuhang.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tw.xuhang.doctor.Diagnosis;
import tw.xuhang.doctor.Finding;
import tw.xuhang.doctor.Level;
import tw.xuhang.runbook.Text;

/** The doctor's findings, for people (Chinese first) and for programs. */
final class DoctorReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;

    DoctorReport(PrintWriter out) {
        this.out = out;
    }

    void text(List<Diagnosis> all) {
        for (Diagnosis each : all) {
            for (Finding finding : each.findings()) {
                line(each, finding);
            }
        }
        Level worst = Diagnosis.worst(all);
        long warnings = count(all, Level.WARNING);
        long faults = count(all, Level.FAULT);
        out.printf("%n%s 故障 %d 項、注意 %d 項。%2$d fault(s), %3$d warning(s).%n", worst.symbol(), faults, warnings);
        out.flush();
    }

    /** What is well takes one line; what is not says where and what to do. */
    private void line(Diagnosis of, Finding finding) {
        String head = "%s %s %s │ %s %s"
                .formatted(
                        finding.level().symbol(),
                        finding.level().word().zh(),
                        finding.level().word().en(),
                        of.title().zh(),
                        of.title().en());
        String what = both(finding.what(), " ");
        String where = finding.where().isEmpty() ? "" : "@ " + plain(finding.where());
        if (finding.level() == Level.OK) {
            out.println(head + "： " + (what + " " + where).strip());
            return;
        }
        out.println(head);
        out.println("    " + both(finding.what(), "%n    ".formatted()));
        if (!where.isEmpty()) {
            out.println("    " + where);
        }
        out.println("    → " + both(finding.remedy(), "%n    → ".formatted()));
    }

    private static String both(Text text, String between) {
        String zh = plain(text.zh());
        String en = plain(text.en());
        return zh.equals(en) ? zh : zh + between + en;
    }

    private static long count(List<Diagnosis> all, Level level) {
        return all.stream()
                .flatMap(each -> each.findings().stream())
                .filter(finding -> finding.level() == level)
                .count();
    }

    /** What a sick machine says may hold anything; it must not steer a terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    void json(List<Diagnosis> all) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("level", word(Diagnosis.worst(all)));
        tree.put("checks", all.stream().map(DoctorReport::tree).toList());
        try {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> tree(Diagnosis each) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("check", each.name());
        tree.put("title", tree(each.title()));
        tree.put("level", word(each.level()));
        tree.put("findings", each.findings().stream().map(DoctorReport::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Finding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("level", word(finding.level()));
        tree.put("what", tree(finding.what()));
        tree.put("where", finding.where());
        tree.put("remedy", tree(finding.remedy()));
        return tree;
    }

    private static Map<String, String> tree(Text text) {
        return Map.of("zh", text.zh(), "en", text.en());
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
