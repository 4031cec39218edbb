/** Renders templates, answers errors in the form that was asked for, and sends live parts of pages. */
@NullMarked
package tw.xuhang.web.http;

import org.jspecify.annotations.NullMarked;
