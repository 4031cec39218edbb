/** What the service is measured against: the least that plain JDBC can do on the same database. */
@NullMarked
package tw.xuhang.bench.store;

import org.jspecify.annotations.NullMarked;
