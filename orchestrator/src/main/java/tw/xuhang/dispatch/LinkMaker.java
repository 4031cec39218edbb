package tw.xuhang.dispatch;

/** Makes the link that a letter carries. What it leads to asks for more before anybody can act (DESIGN §8). */
@FunctionalInterface
public interface LinkMaker {

    /** @param person name of the vendor's contact */
    Made make(String order, String person);

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
