package dev.tutti.scenario.exchange;

/** What may stand between the parts of JSON: blanks of all kinds, comments, fences of Markdown. */
final class StrayText {

    interface Said {
        void at(int where, String code, Object... arguments);
    }

    private final String text;
    private final Said said;

    StrayText(String text, Said said) {
        this.text = text;
        this.said = said;
    }

    /** The first place from here that is none of that. */
    int skip(int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '\uFEFF' || c == '\u00A0' || c == '\u200B' || c == 0) {
                at++;
            } else if (text.startsWith("//", at) || c == '#') {
                said.at(at, "comment");
                at = behind("\n", at);
            } else if (text.startsWith("/*", at)) {
                said.at(at, "comment");
                at = behind("*/", at + 2);
            } else if (text.startsWith("```", at)) {
                said.at(at, "fence");
                at = behind("\n", at);
            } else {
                return at;
            }
        }
        return at;
    }

    private int behind(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }
}
