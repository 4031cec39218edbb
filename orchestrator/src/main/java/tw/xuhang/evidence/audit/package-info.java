/**
 * Proof that the journal is whole: signed marks of where every stream stood, and a check that works on an export
 * without the service (E1).
 */
@NullMarked
package tw.xuhang.evidence.audit;

import org.jspecify.annotations.NullMarked;
