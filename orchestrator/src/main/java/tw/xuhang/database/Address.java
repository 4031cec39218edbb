package tw.xuhang.database;

/** How to reach a database. Its text form never holds the password (E2). */
public record Address(String url, String user, String password) {

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
