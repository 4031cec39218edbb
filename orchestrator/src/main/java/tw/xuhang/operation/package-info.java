/** Running the service: whether it is well, and what an operator should look at when it is not. */
@NullMarked
package tw.xuhang.operation;

import org.jspecify.annotations.NullMarked;
