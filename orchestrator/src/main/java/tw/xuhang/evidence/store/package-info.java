/**
 * The journal on MariaDB: heads, entries and bodies written in one transaction with the read models that follow from
 * them, and the same facts turned to JSON and back.
 */
@NullMarked
package tw.xuhang.evidence.store;

import org.jspecify.annotations.NullMarked;
