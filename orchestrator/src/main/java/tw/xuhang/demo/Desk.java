package tw.xuhang.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A page for whoever watches: the letters that arrived, with links to click, the accounts with their codes,
 * and the line to cut and mend. On loopback, below a path that cannot be guessed, because it shows passwords.
 */
final class Desk implements Closeable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String path;
    private final MailCatcher mail;
    private final Lab lab;
    private final DeskPage page;

    Desk(String secret, URI service, Cast cast, MailCatcher mail, Lab lab, Story story, InstantSource clock)
            throws IOException {
        this.path = "/" + secret + "/";
        this.mail = mail;
        this.lab = lab;
        this.page = new DeskPage(service, cast, story, clock);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(path, this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String wanted = exchange.getRequestURI().getPath().substring(path.length());
            if (exchange.getRequestMethod().equals("POST")) {
                change(wanted);
                exchange.getResponseHeaders().set("Location", path);
                exchange.sendResponseHeaders(303, -1);
                return;
            }
            List<Letter> letters = mail.letters();
            String html = wanted.startsWith("letter/")
                    ? page.letter(letters, wanted.substring("letter/".length()))
                    : page.all(letters);
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void change(String wanted) throws IOException {
        try {
            switch (wanted) {
                case "mend" -> lab.mend("main");
                case "cut" -> lab.cut("main");
                default -> throw new IOException("there is nothing to do at " + wanted);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
