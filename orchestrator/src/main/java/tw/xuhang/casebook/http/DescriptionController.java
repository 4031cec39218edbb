package tw.xuhang.casebook.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import tw.xuhang.access.http.Open;

/** Where the API describes itself. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Xuhang 續航",
                        version = "1",
                        description = "Cases, runs, tasks, requests for consent, work orders and signals of a public"
                                + " office's continuity. Errors are application/problem+json with a code. Writes take"
                                + " an Idempotency-Key: sent again as it was, a request gets the same answer.",
                        license = @License(name = "Apache-2.0")),
        security = {@SecurityRequirement(name = "token"), @SecurityRequirement(name = "session")})
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
@SecurityScheme(
        name = "session",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        paramName = "xuhang_session")
@SecurityScheme(name = "person", type = SecuritySchemeType.HTTP, scheme = "basic")
@Hidden
@Controller("/openapi")
@Open("says what can be asked, nothing about any case")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DescriptionController {

    private static final MediaType YAML = new MediaType("application/yaml", "yml");

    private final Description description;

    DescriptionController(Description description) {
        this.description = description;
    }

    @Get
    HttpResponse<String> openapi() {
        return HttpResponse.ok(description.text()).contentType(YAML);
    }
}
