/** The inbox over HTTP: {@code POST /api/v1/signals/{source}} and what became of a signal. */
@NullMarked
package tw.xuhang.intake.http;

import org.jspecify.annotations.NullMarked;
