package tw.xuhang.web.view;

import java.util.List;

/**
 * 手冊: every runbook with the version in force and what waits for somebody.
 *
 * @param strangers what is wrong with files that belong to none of them
 */
public record RunbooksView(List<Row> rows, List<String> strangers) {

    public RunbooksView {
        rows = List.copyOf(rows);
        strangers = List.copyOf(strangers);
    }

    /**
     * One runbook.
     *
     * @param current which version is in force, by whom and since when, in words
     * @param pending what waits for whom, empty where nothing does
     * @param file what is wrong with its file, empty where nothing is
     */
    public record Row(String key, String title, Badge state, String current, String pending, String file) {}
}
