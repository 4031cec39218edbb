package tw.xuhang.evidence;

/**
 * An entry before it has a place in the chain.
 *
 * @param type name of the fact, e.g. {@code consent.granted}
 * @param version of the body's form; readers bring older ones up to date (E3)
 * @param body JSON object: code and arguments, never a sentence in one language
 */
public record Draft(String type, int version, String body) {}
