package tw.xuhang.access.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpRequest;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeersTest {

    /** A request as it comes from one address. */
    private static final class From extends HttpRequestWrapper<Object> {
        private final String peer;

        From(String peer, String... forwarded) {
            super(said(forwarded));
            this.peer = peer;
        }

        private static HttpRequest<Object> said(String... forwarded) {
            MutableHttpRequest<Object> request = HttpRequest.GET("/");
            List.of(forwarded).forEach(line -> request.header("X-Forwarded-For", line));
            return request;
        }

        @Override
        public InetSocketAddress getRemoteAddress() {
            return new InetSocketAddress(peer, 40000);
        }
    }

    @Test
    void whatAnybodyCanWriteIsNotBelieved() {
        Peers peers = new Peers(List.of());
        assertThat(peers.source(new From("127.0.0.1", "203.0.113.9"))).isEqualTo("127.0.0.1");
        assertThat(new Peers(List.of("10.0.0.1")).source(new From("10.0.0.2", "203.0.113.9")))
                .isEqualTo("10.0.0.2");
    }

    @Test
    void aTrustedProxyNamesWhoCameToIt() {
        Peers peers = new Peers(List.of("10.0.0.1", " 0:0:0:0:0:0:0:1 ", ""));
        assertThat(peers.source(new From("10.0.0.1", "203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(peers.source(new From("::1", "203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(peers.source(new From("10.0.0.1"))).isEqualTo("10.0.0.1");
    }

    @Test
    void whatTheCallerWroteBeforeTheProxysWordIsPassedOver() {
        Peers peers = new Peers(List.of("10.0.0.1", "10.0.0.2"));
        assertThat(peers.source(new From("10.0.0.1", "198.51.100.7, 203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(peers.source(new From("10.0.0.1", "198.51.100.7", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(peers.source(new From("10.0.0.1", "203.0.113.9, 10.0.0.2"))).isEqualTo("203.0.113.9");
        assertThat(peers.source(new From("10.0.0.1", "203.0.113.9, garbage"))).isEqualTo("10.0.0.1");
    }

    @Test
    void aListWithAnythingButAddressesIsRefused() {
        assertThatThrownBy(() -> new Peers(List.of("proxy.office.test"))).isInstanceOf(IllegalArgumentException.class);
    }
}
