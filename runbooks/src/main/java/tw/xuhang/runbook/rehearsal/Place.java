package tw.xuhang.runbook.rehearsal;

/**
 * Where something is written in the rehearsal's file.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(int line, int column) {}
