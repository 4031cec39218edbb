/** Requests for consent in the journal and as a list, and how a run hears of them. */
@NullMarked
package tw.xuhang.consent.store;

import org.jspecify.annotations.NullMarked;
