/**
 * The demonstration: a lab whose line is really cut, the service as a process of its own, letters over
 * SMTP, and people who act through the same pages and forms as everybody (DESIGN §6).
 */
@NullMarked
package tw.xuhang.demo;

import org.jspecify.annotations.NullMarked;
