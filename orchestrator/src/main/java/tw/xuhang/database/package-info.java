/**
 * The database that comes with the program: unpacks MariaDB once, keeps it running on loopback for as
 * long as this process lives, and knows how to reach an external one instead (O1).
 */
@NullMarked
package tw.xuhang.database;

import org.jspecify.annotations.NullMarked;
