package tw.xuhang.execution;

/** Whether this node may still act as the owner of its runs. Judged by monotonic time, never by the wall clock. */
@FunctionalInterface
public interface Lease {

    boolean stands();
}
