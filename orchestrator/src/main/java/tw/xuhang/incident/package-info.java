/**
 * The case: what happened, who knows since when, which runs work on it, and how far it has come
 * (P-07, P-16). Outage, consent and dispatch belong to a case and have facts of their own.
 */
@NullMarked
package tw.xuhang.incident;

import org.jspecify.annotations.NullMarked;
