/** The door: who a request is from, what it may do, and the pages by which people sign in. */
@NullMarked
package tw.xuhang.access.http;

import org.jspecify.annotations.NullMarked;
