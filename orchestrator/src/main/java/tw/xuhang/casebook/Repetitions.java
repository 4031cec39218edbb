package tw.xuhang.casebook;

import java.util.Optional;

/** Remembers for a day what was answered to a request, so that one sent twice is done once. */
public interface Repetitions {

    /** Takes the key for this request, or tells what became of the one that took it before. */
    Seen begin(Request request);

    /** The request was done; this is what was answered. */
    void answered(Request request, Answer answer);

    /** Nothing was done: the key is free again. */
    void undone(Request request);

    /**
     * A request under a key.
     *
     * @param caller account or token; keys of different callers have nothing to do with each other
     * @param asked SHA-256 of what is asked, hexadecimal
     */
    record Request(String caller, String key, String asked) {}

    /**
     * What was answered.
     *
     * @param location address of what was made, or empty
     * @param body JSON
     */
    record Answer(int status, String location, String body) {}

    /** What is known of a key. */
    sealed interface Seen {
        /** Never seen, and now taken. */
        record New() implements Seen {}

        record Done(Answer answer) implements Seen {}

        /** Taken and without an answer: it is under way, or its service stopped in the middle of it. */
        record UnderWay() implements Seen {}

        /** The key belongs to another request. */
        record Other() implements Seen {}
    }

    /** Whether a key can be one at all: 1 to 190 printable ASCII characters. */
    static Optional<String> key(String text) {
        return text.matches("[!-~]{1,190}") ? Optional.of(text) : Optional.empty();
    }
}
