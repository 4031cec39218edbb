/**
 * Who and what the office has: people and their deputies, vendors, lines, services and what each of
 * them can bear. Plain values, read from one folder of files that an office keeps under its own hand.
 */
@NullMarked
package tw.xuhang.directory;

import org.jspecify.annotations.NullMarked;
