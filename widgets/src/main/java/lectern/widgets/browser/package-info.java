/** The only code that knows TeaVM's JSO. */
@NullMarked
package lectern.widgets.browser;

import org.jspecify.annotations.NullMarked;
