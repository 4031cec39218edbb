package tw.xuhang.runbook.cacao;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import tw.xuhang.runbook.language.Json;

/**
 * What is to be said of a playbook's signatures.
 *
 * @param refused why nothing can be said: the file is none, or nobody signed; empty: the verdicts count
 * @param verdicts of each signature, in the order of the file
 */
public record PlaybookSignatures(List<Remark> refused, List<SignatureVerdict> verdicts) {

    public PlaybookSignatures {
        refused = List.copyOf(refused);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * @param trusted keys that the office knows; none: only whether anything was changed can be said
     * @param now when the validity is judged
     */
    public static PlaybookSignatures of(byte[] file, List<TrustedKey> trusted, Instant now) {
        return switch (JsonReader.read(file)) {
            case JsonReader.Read.Wrong wrong -> new PlaybookSignatures(List.of(Remark.of(wrong)), List.of());
            case JsonReader.Read.Parsed(JsonValue.Table playbook)
            when !playbook.items("signatures").isEmpty() ->
                new PlaybookSignatures(List.of(), Signatures.judge(playbook, trusted, now));
            case JsonReader.Read.Parsed(JsonValue.Table _) ->
                new PlaybookSignatures(List.of(Remark.of(Remark.Kind.REFUSED, "/signatures", "unsigned")), List.of());
            case JsonReader.Read.Parsed _ ->
                new PlaybookSignatures(List.of(Remark.of(Remark.Kind.REFUSED, "", "no-playbook", "-")), List.of());
        };
    }

    /** Whether one of the office's keys signed what stands in the file. */
    public boolean trusted() {
        return Signatures.suffice(verdicts, true);
    }

    /** Whether every signature fits what stands in the file, whoever made it. */
    public boolean whole() {
        return refused.isEmpty() && Signatures.suffice(verdicts, false);
    }

    /** A line for each signature, or why there is none to judge. */
    public String text(String file, String language) {
        var out = new StringBuilder();
        refused.forEach(remark -> out.append(remark.say(file, language)).append('\n'));
        verdicts.forEach(verdict -> out.append(verdict.say(language)).append('\n'));
        return out.toString();
    }

    /** The same for scripts. */
    public String json(String language) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("trusted", trusted());
        tree.put(
                "remarks", refused.stream().map(remark -> remark.tree(language)).toList());
        tree.put(
                "signatures",
                verdicts.stream()
                        .map(verdict -> ImportReport.tree(verdict, language))
                        .toList());
        return Json.write(tree);
    }
}
