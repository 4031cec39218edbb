package tw.xuhang.operation;

import java.util.Objects;

/** Which release this is. */
public final class Release {

    /** As in the jar's manifest; {@code development} when run from classes. */
    public static final String VERSION =
            Objects.requireNonNullElse(Release.class.getPackage().getImplementationVersion(), "development");

    private Release() {}
}
