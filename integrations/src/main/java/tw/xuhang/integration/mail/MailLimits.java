package tw.xuhang.integration.mail;

import java.time.Duration;

/**
 * How much of this service one mail server may hold up.
 *
 * @param connect time to connect
 * @param silence longest time between two bytes
 * @param total longest time for one letter, from connecting to the answer
 * @param atOnce letters under way at the same time; one more is deferred
 * @param failures the breaker opens when all of so many letters in a row found the server out of reach
 * @param rest how long an open breaker keeps letters back
 */
public record MailLimits(Duration connect, Duration silence, Duration total, int atOnce, int failures, Duration rest) {

    public static final MailLimits USUAL = new MailLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30), 4, 5, Duration.ofSeconds(30));
}
