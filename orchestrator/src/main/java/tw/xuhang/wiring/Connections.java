package tw.xuhang.wiring;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import tw.xuhang.database.Address;
import tw.xuhang.database.Database;
import tw.xuhang.database.Pools;

/** Points every pool at the database in use before it opens its first connection. */
@Factory
final class Connections {

    @Singleton
    @Bean
    Pools pools(
            @Named("work") DataSource work, @Named("people") DataSource people, @Named("default") DataSource reading) {
        return new Pools(plain(work), plain(people), plain(reading));
    }

    private static DataSource plain(DataSource source) {
        return DelegatingDataSource.unwrapDataSource(source);
    }

    @Singleton
    static final class Pointing implements BeanCreatedEventListener<DatasourceConfiguration> {
        private final Database database;
        private boolean passed;

        Pointing(Database database) {
            this.database = database;
        }

        @Override
        public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
            DatasourceConfiguration pool = event.getBean();
            Address address = database.address();
            if (!passed) {
                DatabaseGate.pass(address);
                passed = true;
            }
            pool.setUrl(address.url());
            pool.setUsername(address.user());
            pool.setPassword(address.password());
            return pool;
        }
    }
}
