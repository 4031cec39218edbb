package tw.xuhang.doctor.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.xuhang.doctor.Check;
import tw.xuhang.doctor.Finding;
import tw.xuhang.home.HomeLock;
import tw.xuhang.runbook.Text;

/** Whether the service can listen, or does. */
public final class PortCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern OURS =
            Pattern.compile("\"name\"\\s*:\\s*\"xuhang\".*\"pid\"\\s*:\\s*(\\d+)", Pattern.DOTALL);

    private PortCheck() {}

    /** @param holder who works on the home, where somebody does */
    public static Check of(String host, int port, Optional<HomeLock.Holder> holder) {
        return Check.of("port", "服務埠", "Port", () -> {
            URI address = URI.create("http://" + reachable(host) + ":" + port);
            return List.of(judge(address, holder));
        });
    }

    /** What listens everywhere answers on loopback. */
    private static String reachable(String host) {
        return switch (host) {
            case "0.0.0.0", "::", "*", "" -> "127.0.0.1";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }

    private static Finding judge(URI address, Optional<HomeLock.Holder> holder) throws InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            Matcher ours = OURS.matcher(get(client, address, "/api/v1/meta").body());
            if (!ours.find()) {
                return taken(address);
            }
            long pid = Long.parseLong(ours.group(1));
            if (holder.isPresent() && holder.get().pid() != pid) {
                return another(address, pid);
            }
            int ready = get(client, address, "/health/readiness").statusCode();
            return ready == 200 ? served(address, pid) : unwell(address, pid);
        } catch (ConnectException e) {
            return holder.filter(h -> h.what().contains("serve"))
                    .map(h -> elsewhere(address, h))
                    .orElseGet(() -> Finding.ok("未被占用，服務可使用。", "Free: the service can listen.", address.toString()));
        } catch (HttpTimeoutException e) {
            return silent(address);
        } catch (IOException e) {
            return taken(address);
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI address, String path)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Finding served(URI address, long pid) {
        return Finding.ok("服務執行中（行程 " + pid + "）。", "The service runs (process " + pid + ").", address.toString());
    }

    private static Finding unwell(URI address, long pid) {
        return Finding.fault(
                new Text("服務（行程 " + pid + "）未就緒。", "The service (process " + pid + ") is not ready."),
                address + "/health/readiness",
                new Text("請查看資料庫項目與服務紀錄。", "See the database's line here and the service's log."));
    }

    private static Finding taken(URI address) {
        return Finding.fault(
                new Text("埠被其他程式占用。", "Another program listens there."),
                address.toString(),
                new Text("請停止該程式，或以 --port 改用其他埠。", "Stop it, or choose another --port."));
    }

    private static Finding silent(URI address) {
        return Finding.fault(
                new Text(
                        PATIENCE.toSeconds() + " 秒內沒有回應。",
                        "What listens there does not answer in " + PATIENCE.toSeconds() + " s."),
                address.toString(),
                new Text(
                        "若為續航服務，請查看其紀錄與主機負載；否則請停止該程式或改用其他埠。",
                        "If it is the service, see its log and the machine's load; else stop it or choose another --port."));
    }

    private static Finding another(URI address, long pid) {
        return Finding.warning(
                new Text(
                        "此埠由另一套續航（行程 " + pid + "）使用。",
                        "Another installation of xuhang (process " + pid + ") listens there."),
                address.toString(),
                new Text("請確認 --home 與 --port 是否對應。", "See that --home and --port belong together."));
    }

    private static Finding elsewhere(URI address, HomeLock.Holder holder) {
        return Finding.warning(
                new Text(
                        "服務（行程 " + holder.pid() + "）執行中，但不在此埠。",
                        "The service (process " + holder.pid() + ") runs, but not on this port."),
                address.toString(),
                new Text("請以 --port 指明服務所用的埠再檢查。", "Look again with the --port that it was started with."));
    }
}
