/**
 * Asks whether something answers by the programs that people would type, {@code ping} and {@code curl}, so
 * that one command in front of them moves the question to another place: a namespace, a host behind SSH.
 */
@NullMarked
package tw.xuhang.integration.probe;

import org.jspecify.annotations.NullMarked;
