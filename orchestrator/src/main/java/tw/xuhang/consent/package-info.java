/**
 * Consent and declaration, two acts by two persons (P-25): the service prepares, the leader requests, the
 * CISO consents, the leader declares. Silence never decides, and every refusal of an act is a value.
 */
@NullMarked
package tw.xuhang.consent;

import org.jspecify.annotations.NullMarked;
