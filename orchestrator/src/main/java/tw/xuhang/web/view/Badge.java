package tw.xuhang.web.view;

/** A state with its word, e.g. ⏸ 待資安長同意. */
public record Badge(Status status, String word) {}
