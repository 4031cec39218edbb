package tw.xuhang.publication;

import java.util.List;
import java.util.Map;

/** What is written down of the versions of one runbook. */
public sealed interface PublicationEntry {

    /** SHA-256 of the text, hexadecimal. */
    String version();

    /** Where a text came from. */
    enum Origin {
        RELEASE,
        FOLDER,
        PERSON
    }

    /** It was seen for the first time: a draft. Who submitted it is the entry's actor. */
    record Submitted(String version, Origin origin) implements PublicationEntry {}

    /** It came into force without the office's publication. */
    record Admitted(String version, Basis basis) implements PublicationEntry {}

    /**
     * The leader examined it.
     *
     * @param against version that was in force, which it was compared with; empty for none
     * @param acknowledged rules whose warnings were seen
     */
    record Reviewed(String version, String against, List<String> acknowledged, String note)
            implements PublicationEntry {
        public Reviewed {
            acknowledged = List.copyOf(acknowledged);
        }
    }

    /** It goes back to the team. */
    record Returned(String version, String reason) implements PublicationEntry {}

    /**
     * The CISO put it in force.
     *
     * @param against version that was in force until then; empty for none
     * @param footing what it leans on in this office → fingerprint, to notice when that changes
     */
    record Published(
            String version, String against, List<String> acknowledged, String note, Map<String, String> footing)
            implements PublicationEntry {
        public Published {
            acknowledged = List.copyOf(acknowledged);
            footing = Map.copyOf(footing);
        }
    }

    /** The CISO took it back: nothing for real begins with it. */
    record Withdrawn(String version, String reason) implements PublicationEntry {}
}
