package tw.xuhang.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A case as the API shows it. */
record CaseFile(JsonNode json) {

    String number() {
        return json.path("number").asText();
    }

    /** {@code responding}, {@code restored}, {@code stood-down}, {@code closed}. */
    String phase() {
        return json.path("phase").asText();
    }

    boolean stoodDown() {
        return phase().equals("stood-down") || phase().equals("closed");
    }

    boolean restored() {
        return phase().equals("restored") || stoodDown();
    }

    Instant openedAt() {
        return Instant.parse(json.path("openedAt").asText());
    }

    /** @param act {@code declare} or {@code stand-down} */
    List<JsonNode> consents(String act) {
        return all("consents")
                .filter(consent -> consent.path("act").asText().equals(act))
                .toList();
    }

    /** What the request of this act waits for: {@code request}, {@code decide}, {@code declare}, or empty. */
    Optional<JsonNode> waitingFor(String act, String duty) {
        return consents(act).stream()
                .filter(consent -> consent.path("waitsFor").asText().equals(duty))
                .findFirst();
    }

    /** {@code granted}, {@code refused}, {@code open}, {@code not-needed} or {@code none}, for the declaration. */
    String consentToDeclare() {
        return consents("declare").stream()
                .map(consent -> consent.path("consent").asText())
                .findFirst()
                .orElse("none");
    }

    boolean declared() {
        return consents("declare").stream().anyMatch(c -> c.path("declared").isObject());
    }

    /** Nothing is, or can still come to be, asked about a declaration. */
    boolean declarationIsSettled() {
        String state = consentToDeclare();
        return declared() || state.equals("not-needed") || state.equals("refused");
    }

    List<JsonNode> orders() {
        return all("dispatches").toList();
    }

    List<JsonNode> runs() {
        return all("runs").toList();
    }

    List<JsonNode> openTasks() {
        return all("openTasks").toList();
    }

    /** When the last service of the case came back; empty while one is away. */
    Optional<Instant> servicesBackAt() {
        List<JsonNode> services =
                children(json.path("outages").path("services")).toList();
        if (services.isEmpty()
                || services.stream().anyMatch(s -> s.path("until").isNull())) {
            return Optional.empty();
        }
        return services.stream()
                .map(service -> Instant.parse(service.path("until").asText()))
                .max(Instant::compareTo);
    }

    List<String> servicesAway() {
        return children(json.path("outages").path("services"))
                .filter(service -> service.path("until").isNull())
                .map(service -> text(service.path("name")))
                .distinct()
                .toList();
    }

    /** A text in Chinese, where it has languages. */
    static String text(JsonNode node) {
        return node.isObject() ? node.path("zh").asText() : node.asText();
    }

    static Stream<JsonNode> children(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private Stream<JsonNode> all(String name) {
        return children(json.path(name));
    }
}
