package tw.xuhang.respond;

import tw.xuhang.intake.Disposition;

/** Hands a sighting to the trigger routes and returns what they made of it. */
@FunctionalInterface
public interface Triggers {

    Disposition fire(Sighting sighting);
}
