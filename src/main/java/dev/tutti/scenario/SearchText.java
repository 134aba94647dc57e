package dev.tutti.scenario;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a scenario is found by, without accents and capitals. */
final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 50_000;

    private SearchText() {}

    static String of(String name, Blueprint blueprint) {
        Stream<String> modules = blueprint.modules().stream()
                .flatMap(module -> Stream.concat(module.name().stream(), Stream.of(module.module())));
        Stream<String> groups = blueprint.groups().stream().flatMap(group -> group.name().stream());
        String text = Stream.of(Stream.of(name), modules, groups)
                .flatMap(words -> words)
                .distinct()
                .collect(Collectors.joining("\n"));
        String folded = fold(text);
        return folded.substring(0, Math.min(folded.length(), LONGEST));
    }

    /** A pattern for {@code like … escape '!'}. */
    static String pattern(String wanted) {
        return "%" + fold(wanted.strip()).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
