/**
 * The run of a runbook as a pure state machine: entries make the state, the state says what is next.
 * No clock, thread or database in here, so every order of events can be tried in a test.
 */
@NullMarked
package tw.xuhang.runbook.run;

import org.jspecify.annotations.NullMarked;
