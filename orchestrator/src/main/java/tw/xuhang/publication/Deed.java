package tw.xuhang.publication;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a person does about a version. */
public sealed interface Deed {

    /** The leader has examined it. */
    record Review(Said said) implements Deed {}

    /** The CISO puts it in force. */
    record Publish(Said said) implements Deed {}

    /** Sends it back to the team; the leader's and the CISO's. */
    record GiveBack(String reason) implements Deed {}

    /** The CISO takes it back: nothing for real begins with it any more. */
    record Withdraw(String reason) implements Deed {}

    /**
     * What is said with it.
     *
     * @param against version that was in force when the person looked; empty for none
     * @param acknowledged rules whose warnings the person has seen
     */
    record Said(String against, Set<String> acknowledged, String note) {
        public Said {
            acknowledged = Set.copyOf(acknowledged);
        }

        List<String> rules() {
            return List.copyOf(new TreeSet<>(acknowledged));
        }
    }

    /** Whether it decides what runs for real: then it takes a fresh code of the second factor. */
    default boolean decides() {
        return this instanceof Publish || this instanceof Withdraw;
    }
}
