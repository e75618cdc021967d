/** What the voice calls of a library that has a known hole and is no longer mended. */
package org.apache.commons.lang;
