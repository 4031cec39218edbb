/** The demonstration, run as a person would run it, and its parts that read what others wrote. */
@NullMarked
package tw.xuhang.demo;

import org.jspecify.annotations.NullMarked;
