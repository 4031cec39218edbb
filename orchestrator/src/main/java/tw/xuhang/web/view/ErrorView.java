package tw.xuhang.web.view;

/** What went wrong in a person's words, and what to do. No stack, no names of classes. */
public record ErrorView(int status, String title, String text, String trace) {}
