package tw.xuhang.dispatch;

import java.util.List;

/** Keys of the orders that a sweep has to look at. May name one too many, never one too few. */
@FunctionalInterface
public interface OpenOrders {

    List<String> keys();
}
