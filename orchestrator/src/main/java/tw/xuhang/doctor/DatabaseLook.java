package tw.xuhang.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.access.Role;

/** What became of a look into the database. */
public sealed interface DatabaseLook {

    /** The home has no embedded database; the first start makes one. */
    record NotYet(String where) implements DatabaseLook {}

    /**
     * It rests with the service.
     *
     * @param whole its data directory was set up to its end
     */
    record Resting(String where, boolean whole) implements DatabaseLook {}

    /** Nobody answers there. */
    record Away(String where, String why) implements DatabaseLook {}

    /** It answers, and lets nobody in with this user and password. */
    record Refused(String where, String why) implements DatabaseLook {}

    /**
     * It answers.
     *
     * @param now by its clock
     * @param newestEntry when the youngest entry of the journal was recorded
     * @param schema where the tables stand
     * @param unknown entry types of the journal that this release does not read, with their version
     */
    record Answers(
            String where,
            String version,
            Instant now,
            Optional<Instant> newestEntry,
            Schema schema,
            Map<String, Integer> unknown,
            List<Who> accounts)
            implements DatabaseLook {
        public Answers {
            unknown = Map.copyOf(unknown);
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * Which migrations are in the database and which in this release.
     *
     * @param empty there are no tables yet
     * @param pending will be made by the next start
     * @param foreign made by a newer release, or by nobody that this one knows
     * @param failed stopped halfway
     */
    record Schema(boolean empty, int pending, List<String> foreign, List<String> failed) {
        public Schema {
            foreign = List.copyOf(foreign);
            failed = List.copyOf(failed);
        }
    }

    /** An account that is not closed. */
    record Who(String account, Set<Role> roles, boolean secondFactor) {
        public Who {
            roles = Set.copyOf(roles);
        }
    }
}
