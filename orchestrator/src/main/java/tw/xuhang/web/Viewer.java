package tw.xuhang.web;

/**
 * Who looks at a page, as far as its frame must know.
 *
 * @param account empty for somebody who is not signed in
 * @param formToken what forms must bring back, empty where the address itself is the secret
 */
public record Viewer(String account, String person, String formToken) {

    public static final Viewer NOBODY = new Viewer("", "", "");
}
