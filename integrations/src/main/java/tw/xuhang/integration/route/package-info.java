/**
 * The ways in: every kind of source has an entrance, and all of them end at the inbox. Routes turn a
 * message into a signal and the inbox's receipt into an answer; they decide nothing.
 */
@NullMarked
package tw.xuhang.integration.route;

import org.jspecify.annotations.NullMarked;
