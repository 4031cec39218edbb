/** The lab as a fixture, and what it promises by itself. */
@NullMarked
package tw.xuhang.integration.lab;

import org.jspecify.annotations.NullMarked;
