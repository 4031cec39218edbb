package tw.xuhang.respond;

import java.time.Instant;
import java.util.Map;
import tw.xuhang.intake.Received;

/**
 * A signal with what it means: the message that trigger routes choose by.
 *
 * @param kind of trigger, e.g. {@code link.down}
 * @param attributes of the subject that triggers may ask for, e.g. {@code role → backbone}
 * @param began when the trouble began
 */
public record Sighting(
        Received received, String kind, String subject, Map<String, String> attributes, String title, Instant began) {
    public Sighting {
        attributes = Map.copyOf(attributes);
    }
}
