package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils texts by chance; the same seed spoils the same way. */
final class Noise {

    private static final Pattern WORD = Pattern.compile("[\\w$./()-]+");
    private static final List<String> NASTY = List.of(
            "&a",
            "*a",
            "!!binary ",
            "!<x>",
            "<<: ",
            "---\n",
            "...\n",
            "%YAML 9.9\n",
            "\t",
            "\u0000",
            "\u202E",
            "\uFEFF",
            "{",
            "}",
            "[",
            "]",
            "[[[[[[[[[[",
            ": ",
            "- ",
            "? ",
            "| ",
            ">",
            "'",
            "\"",
            "\"\\x",
            "\"\\U0011FFFF\"",
            "\"\\ud800\"",
            "#",
            "@",
            "`",
            "null",
            "~",
            "9999999999999999999",
            "1e999",
            ".nan",
            "0x1F",
            "true",
            "on",
            "😀",
            "\r",
            "\u2028",
            "\u0085",
            "$x",
            "timeout: 1s\n",
            "  ",
            "\n\n",
            "steps:\n");

    private Noise() {}

    /** One to three words are changed for others of the same text, emptied, or made to be of another type. */
    static String word(String text, Random random) {
        String result = text;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            List<MatchResult> words = WORD.matcher(result).results().toList();
            MatchResult word = words.get(random.nextInt(words.size()));
            String other = switch (random.nextInt(6)) {
                case 0 -> "";
                case 1 -> Integer.toString(random.nextInt(40));
                case 2 -> "true";
                case 3 -> word.group() + "x";
                default -> words.get(random.nextInt(words.size())).group();
            };
            result = result.substring(0, word.start()) + other + result.substring(word.end());
        }
        return result;
    }

    /** Anything: bytes, nasty pieces of YAML, parts cut out, doubled or moved. */
    static byte[] anything(byte[] bytes, Random random) {
        byte[] result = bytes;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int from = random.nextInt(result.length + 1);
            int to = Math.min(result.length, from + random.nextInt(60));
            result = switch (random.nextInt(5)) {
                case 0 -> joined(result, 0, from, new byte[] {(byte) random.nextInt(256)}, from, result.length);
                case 1 -> joined(result, 0, from, new byte[0], to, result.length);
                case 2 -> joined(result, 0, to, new byte[0], from, result.length);
                case 3 ->
                    joined(
                            result,
                            0,
                            from,
                            new byte[] {(byte) random.nextInt(256)},
                            Math.min(from + 1, result.length),
                            result.length);
                default -> joined(result, 0, from, nasty(random), from, result.length);
            };
        }
        return result;
    }

    /** A text is cut into lines and some change places. */
    static String lines(String text, Random random) {
        var lines = new ArrayList<>(text.lines().toList());
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            String line = lines.remove(random.nextInt(lines.size()));
            lines.add(random.nextInt(lines.size() + 1), line);
        }
        return String.join("\n", lines);
    }

    private static byte[] nasty(Random random) {
        return NASTY.get(random.nextInt(NASTY.size())).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] from, int a, int b, byte[] middle, int c, int d) {
        var out = new java.io.ByteArrayOutputStream();
        out.write(from, a, b - a);
        out.writeBytes(middle);
        out.write(from, c, d - c);
        return out.toByteArray();
    }
}
