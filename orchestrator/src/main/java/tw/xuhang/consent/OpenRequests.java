package tw.xuhang.consent;

import java.util.List;

/** Which requests there are. May name one too many that is open, never one too few. */
public interface OpenRequests {

    /** Keys of those that still wait for somebody, unconfirmed spoken decisions included. */
    List<String> open();

    /** Keys of all requests of an incident, oldest first. */
    List<String> of(String incident);
}
