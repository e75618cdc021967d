/** Pictures and panels as immutable trees: elements, texts, scales, paths, and the writer that turns them into markup. */
@NullMarked
package lectern.widgets.draw;

import org.jspecify.annotations.NullMarked;
