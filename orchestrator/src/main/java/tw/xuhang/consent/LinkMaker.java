package tw.xuhang.consent;

/** Makes the link that a letter carries. Opening it changes nothing; deciding needs the person's second factor (C4). */
@FunctionalInterface
public interface LinkMaker {

    Made make(String request, String person);

    /**
     * @param address as it stands in the letter; kept nowhere else
     * @param hash what the journal keeps
     */
    record Made(String address, String hash) {
        @Override
        public String toString() {
            return "link " + hash;
        }
    }
}
