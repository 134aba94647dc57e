package dev.tutti.scenario.exchange;

/** One text in quotes of whatever kind, with whatever inside. */
final class Quotes {

    private static final String OPENING = "\"'`\u201C\u201D\u201E\u2018\u2019\u201A\u00AB";
    private static final String DOUBLE = "\u201C\u201D\u201E\"";
    private static final String SINGLE = "\u2018\u2019\u201A'";
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private final int begin;
    private final boolean name;
    private final StrayText.Said said;
    private final StringBuilder content = new StringBuilder();
    private int at;

    /** @param name whether it is the name of a member, behind which anything may stand */
    Quotes(String text, int begin, boolean name, StrayText.Said said) {
        this.text = text;
        this.begin = begin;
        this.name = name;
        this.said = said;
    }

    static boolean opens(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    String content() {
        return content.toString();
    }

    /** Reads it; gives the place behind it. */
    int read() {
        char opening = text.charAt(begin);
        String closing = closing(opening);
        if (opening != '"') {
            said.at(begin, "quotes");
        }
        boolean raw = false;
        boolean inner = false;
        for (at = begin + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (closing.indexOf(c) >= 0) {
                if (ends(at + 1)) {
                    return at + 1;
                }
                if (!inner) {
                    said.at(at, "inner-quote");
                    inner = true;
                }
                content.append(c);
            } else if (c == '\\') {
                escape();
            } else {
                if (c < ' ' && !raw) {
                    said.at(at, c == '\n' || c == '\r' ? "line-break" : "control");
                    raw = true;
                }
                content.append(c);
            }
        }
        said.at(begin, "open-text");
        return at;
    }

    private static String closing(char opening) {
        return switch (opening) {
            case '"' -> "\"";
            case '\'' -> "'";
            case '`' -> "`";
            case '\u00AB' -> "\u00BB";
            case '\u2018', '\u2019', '\u201A' -> SINGLE;
            default -> DOUBLE;
        };
    }

    /** A quote ends a text where the text around it goes on as JSON does. */
    private boolean ends(int from) {
        boolean newLine = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00A0') {
                return ",}]:/=".indexOf(c) >= 0 || newLine || i > from && (name || opens(c));
            }
            newLine |= c == '\n';
        }
        return true;
    }

    private void escape() {
        char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        int known = ESCAPES.indexOf(c);
        if (known >= 0) {
            content.append(ESCAPED.charAt(known));
            at++;
        } else if (c == 'u'
                && at + 5 < text.length()
                && text.substring(at + 2, at + 6).matches("[0-9A-Fa-f]{4}")) {
            content.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
            at += 5;
        } else if (c == '\'' || c == '`') {
            content.append(c);
            at++;
        } else {
            said.at(at, "escape");
            content.append('\\');
        }
    }
}
