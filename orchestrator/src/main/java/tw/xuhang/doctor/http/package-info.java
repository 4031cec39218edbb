/** Asks the service over HTTP, as anybody would, whether it is there and well. */
@NullMarked
package tw.xuhang.doctor.http;

import org.jspecify.annotations.NullMarked;
