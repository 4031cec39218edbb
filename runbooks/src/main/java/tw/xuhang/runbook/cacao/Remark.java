package tw.xuhang.runbook.cacao;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line of a report: what stands where, what became of it and what a person does about it.
 *
 * @param place a JSON pointer, or {@code line:column} of what is no JSON
 * @param code what it is, one of the {@code remark.} sentences
 * @param arguments of the sentence
 */
public record Remark(Kind kind, String place, String code, List<String> arguments) {

    /** How much it matters, the worst first. */
    public enum Kind {
        /** Nothing was made of the file. */
        REFUSED,
        /** Has no counterpart and is not in the runbook. */
        LEFT_OUT,
        /** Came over in another form. */
        CHANGED,
        /** Something that only a person of the office knows. */
        TO_COMPLETE,
        /** Worth knowing. */
        NOTE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Remark {
        arguments = List.copyOf(arguments);
    }

    static Remark of(Kind kind, String place, String code, String... arguments) {
        return new Remark(kind, place, code, List.of(arguments));
    }

    /** The sentence, without the place. */
    public String say(String language) {
        return new Words(language).say("remark." + code, arguments.toArray());
    }

    /** Why a file could not be read as JSON. */
    static Remark of(JsonReader.Read.Wrong wrong) {
        return of(
                Kind.REFUSED, wrong.line() == 0 ? "" : wrong.line() + ":" + wrong.column(), "no-json", wrong.reason());
    }

    /** With the file and the place in front, as editors understand it where the place is a line. */
    String say(String file, String language) {
        boolean line = place.matches("[0-9]+:[0-9]+");
        return file + (line ? ":" : place.isEmpty() ? "" : " ") + place + ": " + say(language);
    }

    Map<String, Object> tree(String language) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("kind", kind.word());
        tree.put("place", place);
        tree.put("code", code);
        tree.put("message", say(language));
        return tree;
    }
}
