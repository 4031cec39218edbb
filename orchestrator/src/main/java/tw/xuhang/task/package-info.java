/** Work that a person does: opened by a step or a silence ladder, ended as done, failed or skipped. */
@NullMarked
package tw.xuhang.task;

import org.jspecify.annotations.NullMarked;
