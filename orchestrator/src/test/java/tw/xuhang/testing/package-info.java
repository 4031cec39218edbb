/** What the tests of every feature share: one database for the whole run, each test with a schema of its own. */
@NullMarked
package tw.xuhang.testing;

import org.jspecify.annotations.NullMarked;
