/** Judges what a reader answers to an exercise, and names the likely mistake. */
@NullMarked
package lectern.widgets.answer;

import org.jspecify.annotations.NullMarked;
