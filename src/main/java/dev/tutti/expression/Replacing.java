package dev.tutti.expression;

import dev.tutti.value.Value;

/** Replacing in text: plain, by pattern, and emoji. */
final class Replacing {
    private Replacing() {}

    /** A search in slashes is a pattern with flags; any other is plain and replaced everywhere. */
    static Value replace(Call call) {
        String search = call.text(1);
        int slash = search.lastIndexOf('/');
        if (slash > 0 && search.charAt(0) == '/' && isFlags(search, slash + 1)) {
            return pattern(call, search.substring(1, slash), search.substring(slash + 1));
        }
        return plain(call, call.text(0), search, call.text(2));
    }

    static Value pattern(Call call, String pattern, String flags) {
        return call.make(Regex.compile(pattern, flags, call.site())
                .replace(call.text(0), call.text(2), flags.indexOf('g') >= 0, call.context(), call.site()));
    }

    private static boolean isFlags(String text, int from) {
        return text.substring(from).chars().allMatch(c -> "gimsuy".indexOf(c) >= 0);
    }

    private static Value plain(Call call, String text, String search, String replacement) {
        int found = search.isEmpty() ? -1 : text.indexOf(search);
        if (found < 0) {
            return call.make(text);
        }
        Growing out = new Growing(call.context(), call.site());
        int copied = 0;
        while (found >= 0) {
            out.append(text, copied, found).append(replacement);
            copied = found + search.length();
            found = text.indexOf(search, copied);
        }
        out.append(text, copied, text.length());
        return call.make(out.toString());
    }

    /** A family, a flag or a hand with a skin colour is one emoji, though it is several characters. */
    static Value replaceEmoji(Call call) {
        String text = call.text(0);
        String replacement = call.text(1);
        Growing out = new Growing(call.context(), call.site());
        int at = 0;
        while (at < text.length()) {
            int end = endOfEmoji(text, at);
            if (end > at) {
                out.append(replacement);
                at = end;
            } else {
                int next = at + Character.charCount(text.codePointAt(at));
                out.append(text, at, next);
                at = next;
            }
        }
        return call.make(out.toString());
    }

    private static int endOfEmoji(String text, int from) {
        int first = text.codePointAt(from);
        int at = from + Character.charCount(first);
        if (isRegional(first)) {
            boolean flag = at < text.length() && isRegional(text.codePointAt(at));
            return flag ? at + 2 : at;
        }
        boolean keycap = (first >= '0' && first <= '9') || first == '#' || first == '*';
        if (keycap) {
            int mark = at < text.length() && text.charAt(at) == '\uFE0F' ? at + 1 : at;
            return mark < text.length() && text.charAt(mark) == '\u20E3' ? mark + 1 : from;
        }
        boolean pictured = at < text.length() && text.charAt(at) == '\uFE0F' && Character.isEmoji(first);
        if (!Character.isEmojiPresentation(first) && !pictured) {
            return from;
        }
        while (at < text.length()) {
            int next = text.codePointAt(at);
            int width = Character.charCount(next);
            boolean joined = next == 0x200D && at + 1 < text.length() && Character.isEmoji(text.codePointAt(at + 1));
            if (joined) {
                at += width + Character.charCount(text.codePointAt(at + 1));
            } else if (next == 0xFE0F || Character.isEmojiModifier(next)) {
                at += width;
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean isRegional(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }
}
