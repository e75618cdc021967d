/** A step of the build: the one compiled script becomes modules, one for each widget and one for what they share, and all are minified. */
@NullMarked
package lectern.widgets.modules;

import org.jspecify.annotations.NullMarked;
