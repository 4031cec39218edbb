package tw.xuhang.publication;

/** By what a version came into force, the weakest first. */
public enum Basis {
    /** It lay in the office's folder, where that is trusted: a laboratory. */
    FOLDER,
    /** It was in force before versions were published here. */
    EARLIER,
    /** It came with the program. */
    RELEASE,
    /** The CISO published it. */
    OFFICE
}
