package tw.xuhang.doctor;

import java.io.IOException;

/** Something that is looked at when the check's turn comes, and not before. */
@FunctionalInterface
public interface Late<T> {
    T take() throws IOException;
}
