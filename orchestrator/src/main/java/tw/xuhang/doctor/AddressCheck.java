package tw.xuhang.doctor;

import java.net.URI;
import java.util.List;
import java.util.Set;
import tw.xuhang.runbook.Text;

/** Whether the links in letters lead here, and are safe on their way. */
public final class AddressCheck {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private AddressCheck() {}

    /** @param host what the service listens on */
    public static Check of(String host, Late<URI> publicAddress) {
        return Check.of("address", "對外位址", "Public address", () -> List.of(judge(host, publicAddress.take())));
    }

    static Finding judge(String host, URI address) {
        boolean inside = LOOPBACK.contains(String.valueOf(address.getHost()));
        boolean listensInside = LOOPBACK.contains(host);
        String where = address + " ← " + host;
        if (inside && listensInside) {
            return Finding.ok("僅限本機（尚未對外）。", "This machine only: not open to others yet.", where);
        }
        if (inside) {
            return Finding.fault(
                    new Text("信中的連結指向本機，其他人打不開。", "Links in letters lead to this machine: nobody else can open them."),
                    where,
                    new Text(
                            "請在 office.yaml 的 public address 填寫機關使用的位址。",
                            "Write the address that the office uses into office.yaml, public address."));
        }
        if (!"https".equals(address.getScheme())) {
            return Finding.fault(
                    new Text("對外位址沒有加密（http）。", "The public address is not encrypted (http)."),
                    where,
                    new Text(
                            "請以反向代理提供 https（自備憑證），並更正 public address。",
                            "Put a reverse proxy with a certificate before it, and make public address https."));
        }
        return Finding.ok("已加密（https）。", "It is encrypted (https).", where);
    }
}
