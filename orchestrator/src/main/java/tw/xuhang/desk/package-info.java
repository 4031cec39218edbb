/**
 * The pages across features: what the board, a case, a run, a request and an order show, made from their
 * facts. Decides nothing; whoever acts from a page goes through the feature whose act it is.
 */
@NullMarked
package tw.xuhang.desk;

import org.jspecify.annotations.NullMarked;
