package tw.xuhang.demo;

import java.io.IOException;

/** One person's part: looks at the case as it stands, and does what that person would do now, each thing once. */
@FunctionalInterface
interface Part {

    void look(CaseFile now) throws IOException, InterruptedException;
}
