/** What a condition may say, each rule as a test. */
@NullMarked
package tw.xuhang.runbook.condition;

import org.jspecify.annotations.NullMarked;
