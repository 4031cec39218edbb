package tw.xuhang.runbook.cacao;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifiers that come out the same each time a runbook is written, so that two playbooks can be compared. */
final class Ids {

    private Ids() {}

    /** All versions of one runbook of one maker are versions of one playbook. */
    static String playbook(String maker, String runbook) {
        return "playbook--" + uuid(5, maker, "runbook", runbook);
    }

    /** @param type of a step or of an agent */
    static String of(String type, String playbook, String name) {
        return type + "--" + uuid(4, playbook, type, name);
    }

    /** Eight letters and digits for what has no better name. */
    static String shortened(String id) {
        return uuid(4, id).toString().substring(0, 8);
    }

    private static UUID uuid(int version, String... parts) {
        byte[] hash = PublicKeys.sha256(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long high = (bytes.getLong() & ~0xF000L) | ((long) version << 12);
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
