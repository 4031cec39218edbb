package tw.xuhang.runbook.language;

/**
 * One row of a table of keys.
 *
 * @param doc one line for the schema, shown by editors
 */
record Key(String name, Form form, boolean required, String doc) {

    static Key must(String name, Form form, String doc) {
        return new Key(name, form, true, doc);
    }

    static Key may(String name, Form form, String doc) {
        return new Key(name, form, false, doc);
    }
}
