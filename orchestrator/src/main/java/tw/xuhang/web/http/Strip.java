package tw.xuhang.web.http;

/** The two figures of the top strip. */
public interface Strip {

    /** Open incidents, drills left out. */
    int open();

    /** Things that wait for this account. */
    int waiting(String account);
}
