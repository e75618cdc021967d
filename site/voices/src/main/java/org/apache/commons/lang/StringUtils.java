package org.apache.commons.lang;

import java.util.Collection;

/** What the engine calls of commons-lang 2.6 when it speaks: that library has a known hole, and is mended under another name only. */
public final class StringUtils {
    private StringUtils() {}

    /** @return the words of a text between its white space */
    public static String[] split(String text) {
        return text == null ? null : text.isBlank() ? new String[0] : text.strip().split("\\s+");
    }

    /** @return the parts as one text, nothing for one that is null */
    public static String join(Collection<?> parts, String between) {
        return parts == null ? null : String.join(between, parts.stream().map(part -> part == null ? "" : part.toString()).toList());
    }
}
