/** The API over HTTP, against the database. */
@NullMarked
package tw.xuhang.casebook.http;

import org.jspecify.annotations.NullMarked;
