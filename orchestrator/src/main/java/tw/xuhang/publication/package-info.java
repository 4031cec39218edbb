/**
 * Versions of runbooks and who publishes them (P-30): files propose, the leader reviews, the CISO publishes, and a run
 * that is for real takes what is in force. A version is the text itself, named by its SHA-256.
 */
@NullMarked
package tw.xuhang.publication;

import org.jspecify.annotations.NullMarked;
