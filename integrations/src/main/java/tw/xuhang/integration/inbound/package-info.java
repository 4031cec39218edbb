/**
 * What the world sends, read into signals: webhooks of monitoring systems, the small format of our own,
 * and SNMP. Whatever is in a delivery is data, bounded in size and depth, and refused as a value with the
 * place and what to do about it.
 */
@NullMarked
package tw.xuhang.integration.inbound;

import org.jspecify.annotations.NullMarked;
