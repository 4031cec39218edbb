package tw.xuhang.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.ExplicitCamelContextNameStrategy;
import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;

/** One Camel context with every route of the service; it starts with the service and ends before its pools. */
@Factory
final class CamelFactory {

    @Singleton
    @Bean(preDestroy = "close")
    DefaultCamelContext camelContext(Environment environment, List<RoutesBuilder> routes) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.setNameStrategy(new ExplicitCamelContextNameStrategy("xuhang"));
        context.getShutdownStrategy().setTimeout(5);
        context.getPropertiesComponent().addPropertiesSource(new FromEnvironment(environment));
        for (RoutesBuilder each : routes) {
            context.addRoutes(each);
        }
        context.start();
        return context;
    }

    @Singleton
    @Bean(preDestroy = "close")
    ProducerTemplate producerTemplate(DefaultCamelContext context) {
        return context.createProducerTemplate();
    }

    private record FromEnvironment(Environment environment) implements PropertiesSource {
        @Override
        public String getName() {
            return "micronaut";
        }

        @Override
        public @Nullable String getProperty(String name) {
            return environment.getProperty(name, String.class).orElse(null);
        }
    }
}
