/**
 * The engine: works on runs durably. One owner at a time appends (R2), a step's start is committed before
 * its effect (R1), and what a crash left in doubt is asked about, never guessed (R3).
 */
@NullMarked
package tw.xuhang.execution;

import org.jspecify.annotations.NullMarked;
