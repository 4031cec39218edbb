package tw.xuhang.directory;

import java.net.URI;
import tw.xuhang.runbook.Text;

/**
 * The office itself.
 *
 * @param address where a vendor's engineer has to come
 * @param dutyContact account of the person whom vendors ask for
 * @param dutyPhone number under which that desk answers day and night
 * @param mailFrom sender of every letter
 * @param publicAddress base of the links in letters, without a slash at the end
 */
public record Office(
        String key, Text name, Text address, String dutyContact, String dutyPhone, String mailFrom, URI publicAddress) {

    public Office {
        Checks.key(key);
        Checks.line(dutyPhone, "duty phone");
        Checks.mail(mailFrom);
        Checks.require(
                "http".equals(publicAddress.getScheme()) || "https".equals(publicAddress.getScheme()),
                "public address is not an http(s) address");
        Checks.require(!publicAddress.toString().endsWith("/"), "public address ends with a slash");
    }

    /** The address of a page, for a letter. */
    public String link(String path) {
        return publicAddress + path;
    }
}
