/** The book read aloud: engines that speak, the sound of a section and its cues, made in the background and kept. */
@NullMarked
package lectern.site.narration;

import org.jspecify.annotations.NullMarked;
