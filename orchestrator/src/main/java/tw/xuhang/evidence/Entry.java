package tw.xuhang.evidence;

import java.time.Instant;

/**
 * One fact with its place in the chain.
 *
 * @param seq 1 for the first of its stream, without gaps
 * @param incident number of the incident it belongs to, or empty
 * @param recordedAt UTC, microseconds
 * @param hash SHA-256 over the stored bytes, hexadecimal (E1)
 */
public record Entry(
        StreamId stream,
        long seq,
        String incident,
        String type,
        int version,
        Instant recordedAt,
        Actor actor,
        String body,
        String hash) {}
