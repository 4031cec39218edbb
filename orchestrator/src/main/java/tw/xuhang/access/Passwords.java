package tw.xuhang.access;

/** A slow hash for passwords. Calls may wait for a free place: only a few are worked on at a time. */
public interface Passwords {

    String hash(String password);

    boolean matches(String password, String hash);
}
