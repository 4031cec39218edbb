/** Health and facts about the running service, for probes and scripts. */
@NullMarked
package tw.xuhang.operation.http;

import org.jspecify.annotations.NullMarked;
