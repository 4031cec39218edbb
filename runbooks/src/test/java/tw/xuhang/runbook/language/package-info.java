/** Tests of the runbook language: an example for each rule, the schema beside the reader, and noise. */
@NullMarked
package tw.xuhang.runbook.language;

import org.jspecify.annotations.NullMarked;
