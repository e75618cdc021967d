/** Everything that speaks HTTP: all routes, one small class per route, pages as bytes. */
@NullMarked
package lectern.site.web;

import org.jspecify.annotations.NullMarked;
