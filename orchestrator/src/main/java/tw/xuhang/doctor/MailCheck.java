package tw.xuhang.doctor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import tw.xuhang.runbook.Text;

/** Whether letters can be handed in. Nothing is sent: it is greeted and left. */
public final class MailCheck {

    private static final int PATIENCE_MS = 2_000;
    private static final Text REMEDY = new Text(
            "請確認 xuhang.mail 的 host、port 與防火牆；修復前派工與同意請以電話進行。",
            "See to host and port of xuhang.mail and the firewall; until then orders and consent go by telephone.");

    private MailCheck() {}

    /**
     * Where letters are handed in.
     *
     * @param silent it speaks TLS at once, so that there is no greeting to read
     */
    public record Server(String host, int port, boolean silent) {}

    public static Check of(Optional<Server> server) {
        return Check.of(
                "mail", "郵件", "Mail", () -> List.of(server.map(MailCheck::reach).orElseGet(MailCheck::none)));
    }

    private static Finding none() {
        return Finding.warning(
                new Text("尚未設定郵件伺服器，信件只會留存待寄。", "No mail server is configured: letters wait and are not sent."),
                "xuhang.mail.host",
                new Text("請設定 XUHANG_MAIL_HOST 與 XUHANG_MAIL_FROM。", "Set XUHANG_MAIL_HOST and XUHANG_MAIL_FROM."));
    }

    private static Finding reach(Server server) {
        String where = server.host() + ":" + server.port();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            if (server.silent()) {
                return Finding.ok("可連線（TLS）。", "It can be reached (TLS).", where);
            }
            String greeting = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
            return greeting != null && greeting.startsWith("220")
                    ? Finding.ok("可連線。", "It can be reached.", where)
                    : Finding.fault(
                            new Text("對方不是可用的郵件伺服器。", "What answers is no mail server that takes letters."),
                            where,
                            REMEDY);
        } catch (IOException e) {
            return Finding.fault(
                    new Text("連不上郵件伺服器：" + e.getMessage(), "The mail server cannot be reached: " + e.getMessage()),
                    where,
                    REMEDY);
        }
    }
}
