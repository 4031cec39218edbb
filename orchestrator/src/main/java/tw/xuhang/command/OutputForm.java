package tw.xuhang.command;

/** How a command answers on its standard output. Small letters, as they are typed. */
public enum OutputForm {
    text,
    json
}
