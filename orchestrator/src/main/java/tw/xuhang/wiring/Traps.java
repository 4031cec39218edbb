package tw.xuhang.wiring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.integration.inbound.snmp.Ports;
import tw.xuhang.integration.inbound.snmp.TrapCounts;
import tw.xuhang.integration.inbound.snmp.TrapListener;
import tw.xuhang.integration.route.Entrances;

/** Listens for link traps where a community file is configured, from the moment the service is up. */
@Singleton
@Requires(property = Traps.Settings.PREFIX + ".community-file")
final class Traps implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Traps.class);

    private final Settings settings;
    private final Entrances entrances;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private @Nullable TrapListener listener;

    Traps(Settings settings, Entrances entrances, InstantSource clock, MeterRegistry meters) {
        this.settings = settings;
        this.entrances = entrances;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        try {
            TrapListener opened = TrapListener.open(settings.settings(), entrances.snmp(), clock);
            listener = opened;
            count("stored", opened, TrapCounts::stored);
            count("malformed", opened, TrapCounts::malformed);
            count("foreign", opened, TrapCounts::foreign);
            count("overflowed", opened, TrapCounts::overflowed);
            LOG.info("listening for SNMP traps on port {}", opened.port());
        } catch (IOException e) {
            // The rest of the service is worth more than its traps.
            LOG.error("SNMP traps are not listened to: {}", e.toString());
        }
    }

    private void count(String outcome, TrapListener of, ToDoubleFunction<TrapCounts> which) {
        FunctionCounter.builder("xuhang.snmp.datagrams", of, each -> which.applyAsDouble(each.counts()))
                .tag("outcome", outcome)
                .register(meters);
    }

    @PreDestroy
    void close() {
        if (listener != null) {
            listener.close();
        }
    }

    /**
     * Which ports are lines:
     *
     * <pre>
     * xuhang.snmp:
     *   host: 0.0.0.0
     *   port: 1162
     *   community-file: keys/snmp      # one community per line
     *   ports:
     *     - { agent: 192.0.2.7, if-index: 3, subject: uplink/main }
     *     - { agent: 192.0.2.7, if-name: Gi0/4, subject: uplink/backup }
     * </pre>
     */
    @ConfigurationProperties(Settings.PREFIX)
    static final class Settings {

        static final String PREFIX = "xuhang.snmp";

        private String host = "127.0.0.1";
        private int port = 1162;
        private Path communityFile = Path.of("");
        private List<Map<String, Object>> ports = List.of();

        public void setHost(String host) {
            this.host = host;
        }

        public void setPort(int port) {
            this.port = port;
        }

        public void setCommunityFile(Path communityFile) {
            this.communityFile = communityFile;
        }

        public void setPorts(List<Map<String, Object>> ports) {
            this.ports = List.copyOf(ports);
        }

        TrapListener.Settings settings() throws IOException {
            List<Ports.Port> mapped = new ArrayList<>();
            for (Map<String, Object> each : ports) {
                mapped.add(port(each));
            }
            return new TrapListener.Settings(
                    new InetSocketAddress(host, port), "snmp", communities(), new Ports(mapped));
        }

        private static Ports.Port port(Map<String, Object> each) {
            Optional<String> index = text(each, "if-index");
            return new Ports.Port(
                    InetAddress.ofLiteral(text(each, "agent").orElse("")),
                    index.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(index.get())),
                    text(each, "if-name"),
                    text(each, "subject").orElse(""));
        }

        private static Optional<String> text(Map<String, Object> each, String field) {
            return Optional.ofNullable(each.get(field)).map(Object::toString);
        }

        private List<String> communities() throws IOException {
            return Files.readAllLines(communityFile).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }
}
