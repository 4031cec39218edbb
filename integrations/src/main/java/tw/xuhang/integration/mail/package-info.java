/**
 * The post office by SMTP: a letter is given to Camel once, and what the mail server said is told apart
 * into taken, later, never, and nobody knows. Repeating is the engine's business.
 */
@NullMarked
package tw.xuhang.integration.mail;

import org.jspecify.annotations.NullMarked;
