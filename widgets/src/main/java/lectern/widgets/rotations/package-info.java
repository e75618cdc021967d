/** One rotation written by one convention and read by another: what crosses the wire, and by how much the reader is wrong. */
@NullMarked
package lectern.widgets.rotations;

import org.jspecify.annotations.NullMarked;
