package tw.xuhang.incident;

/** Gives each case its number, e.g. {@code 2026-0001}: year of the office's own calendar, then counted. */
public interface IncidentNumbers {

    String next();
}
