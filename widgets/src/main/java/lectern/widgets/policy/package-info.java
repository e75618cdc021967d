/** What a robot policy computes around its network: action tokens, flow matching, image patches. */
@NullMarked
package lectern.widgets.policy;

import org.jspecify.annotations.NullMarked;
