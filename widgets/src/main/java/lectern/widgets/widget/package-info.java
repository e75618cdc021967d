/** What every widget is: a state, its text, its events, its picture and its words, and the panel and history around them. */
@NullMarked
package lectern.widgets.widget;

import org.jspecify.annotations.NullMarked;
