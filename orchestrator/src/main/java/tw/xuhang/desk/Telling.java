package tw.xuhang.desk;

import tw.xuhang.casebook.Casebook;
import tw.xuhang.web.view.Event;

/** Says an entry of the journal in the reader's language. */
@FunctionalInterface
public interface Telling {

    Event tell(Look look, Titles titles, Casebook.Event entry);
}
