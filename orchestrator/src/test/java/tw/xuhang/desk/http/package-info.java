/** The desk's pages as people use them. */
@NullMarked
package tw.xuhang.desk.http;

import org.jspecify.annotations.NullMarked;
