/** What is kept of the API in the database. */
@NullMarked
package tw.xuhang.casebook.store;

import org.jspecify.annotations.NullMarked;
