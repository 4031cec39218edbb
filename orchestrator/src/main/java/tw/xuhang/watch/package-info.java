/**
 * The office's own eyes: asks each line through itself and each service from where people need it, all
 * year (P-05). What it sees of lines goes through the same inbox as everybody's signals.
 */
@NullMarked
package tw.xuhang.watch;

import org.jspecify.annotations.NullMarked;
