package tw.xuhang.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.mariadb.MariaDBContainer;
import tw.xuhang.database.Address;

/** A MariaDB 10.11 in a container, one for all tests of a JVM: the older of the two versions that must do. */
final class ContainedServer {

    private static final class Shared {
        @SuppressWarnings("resource") // goes with the container engine, or with the JVM's end
        static final MariaDBContainer SERVER = start();

        private static MariaDBContainer start() {
            var server = new MariaDBContainer("mariadb:10.11")
                    .withDatabaseName("xuhang")
                    .withUsername("root")
                    .withPassword("contained");
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            server.start();
            return server;
        }
    }

    private ContainedServer() {}

    static Address address() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no container engine answers");
        String url = Shared.SERVER.getJdbcUrl();
        String options = "connectTimeout=5000&socketTimeout=30000";
        return new Address(url + (url.contains("?") ? "&" : "?") + options, "root", "contained");
    }
}
