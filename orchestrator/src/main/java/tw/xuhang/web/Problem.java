package tw.xuhang.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What went wrong with a request, as programs read it (RFC 9457, {@code application/problem+json}).
 *
 * @param type stable name of the kind of problem, a URN
 * @param title the same for everybody who meets it
 * @param detail what the sender can do; never repeats what was sent
 * @param code short form of the type
 * @param where place in what was sent, or empty
 * @param traceId names the log lines of this failure, empty where nothing was logged
 */
public record Problem(String type, String title, int status, String detail, String code, String where, String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem("urn:xuhang:problem:" + code, title, status, detail, code, "", "");
    }

    /** As it is written, in this order: a reference that names nothing is left out. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", type);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("code", code);
        members.put("where", where);
        if (!traceId.isEmpty()) {
            members.put("traceId", traceId);
        }
        return members;
    }

    public Problem at(String place) {
        return new Problem(type, title, status, detail, code, place, traceId);
    }

    public Problem traced(String reference) {
        return new Problem(type, title, status, detail, code, where, reference);
    }
}
