package dev.tutti.run;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Texts as they are searched: small letters and digits without accents, everything else is a gap between words. What
 * people type and what runs said are treated alike, so {@code FA-2026/118} finds {@code fa 2026 118}.
 */
final class SearchWords {

    /** Longer words are cut, in what is stored and in what is asked. */
    static final int LONGEST = 40;

    /** A shorter beginning of a word must be the whole word. */
    private static final int SHORTEST_BEGINNING = 3;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST_WORDS_ASKED = 12;

    private SearchWords() {}

    /** The words of a text with one space between them. */
    static String plain(String text) {
        String letters = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder words = new StringBuilder(letters.length());
        for (String word : GAPS.split(letters)) {
            if (!word.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ").append(word, 0, Math.min(word.length(), LONGEST));
            }
        }
        return words.toString();
    }

    /** What was asked. A word is the beginning of one that is looked for, or the whole of it. */
    record Word(String text, boolean whole) {}

    /**
     * A question: all its words must be there, and those that were typed without a space between them in this order.
     *
     * @param phrases parts of {@link #plain} texts
     */
    record Question(List<Word> words, List<String> phrases) {}

    /** Understands what somebody typed; empty where it has no word in it. */
    static Optional<Question> question(String typed) {
        LinkedHashSet<Word> words = new LinkedHashSet<>();
        List<String> phrases = new ArrayList<>();
        for (String term : typed.strip().split("\\s+")) {
            String plain = plain(term);
            if (plain.isEmpty() || words.size() >= MOST_WORDS_ASKED) {
                continue;
            }
            String[] parts = plain.split(" ");
            for (int i = 0; i < parts.length; i++) {
                boolean last = i == parts.length - 1;
                words.add(new Word(parts[i], !last || parts[i].length() < SHORTEST_BEGINNING));
            }
            if (parts.length > 1) {
                phrases.add(plain);
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new Question(List.copyOf(words), phrases));
    }
}
