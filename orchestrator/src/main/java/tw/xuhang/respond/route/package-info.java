/** The Camel routes that trigger runbooks: they choose by what a sighting is and call the use case, no more (U-01). */
@NullMarked
package tw.xuhang.respond.route;

import org.jspecify.annotations.NullMarked;
