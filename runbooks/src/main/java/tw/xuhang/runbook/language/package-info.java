/**
 * The runbook language: from bytes to a {@code Runbook} or to findings with {@code file:line:col}. One
 * table of keys ({@code Grammar}) drives the reader and the JSON Schema, so that they cannot differ.
 */
@NullMarked
package tw.xuhang.runbook.language;

import org.jspecify.annotations.NullMarked;
