/**
 * Commands that talk to a service over its API: the same JSON as every other client, a table for people,
 * an exit code for scripts.
 */
@NullMarked
package tw.xuhang.command.remote;

import org.jspecify.annotations.NullMarked;
