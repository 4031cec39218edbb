package tw.xuhang.runbook.run;

import java.time.Instant;

/**
 * Who holds a run up, why and since when: while it lasts the run waits for that person (R4). No step starts and the
 * run does not end; what is under way goes on, and what people, vendors and clocks have to say is taken.
 */
public record Pause(String by, String reason, Instant since) {}
