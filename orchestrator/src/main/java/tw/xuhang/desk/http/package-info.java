/** The pages of the board, of cases, runs, tasks, requests and orders, and what is done from them. */
@NullMarked
package tw.xuhang.desk.http;

import org.jspecify.annotations.NullMarked;
