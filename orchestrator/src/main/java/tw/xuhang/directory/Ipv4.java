package tw.xuhang.directory;

import java.util.regex.Pattern;

/** Whether a word is an IPv4 address in full, as a router takes it. */
final class Ipv4 {

    private static final Pattern FORM = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

    private Ipv4() {}

    static boolean is(String word) {
        return FORM.matcher(word).matches();
    }
}
