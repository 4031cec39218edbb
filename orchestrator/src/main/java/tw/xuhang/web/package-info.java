/**
 * What every page shares: words in two languages and the writing of times. Plain Java; pages, errors and
 * live views are served from {@code .http}, what templates show is in {@code .view}.
 */
@NullMarked
package tw.xuhang.web;

import org.jspecify.annotations.NullMarked;
