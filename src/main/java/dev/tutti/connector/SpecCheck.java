package dev.tutti.connector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What must be right about a module before the application starts with it. */
final class SpecCheck {

    private SpecCheck() {}

    /** One sentence for each mistake, for the author of the module. */
    static List<String> mistakes(ModuleSpec spec) {
        List<String> mistakes = new ArrayList<>();
        check(spec.fields(), "", mistakes);
        unique(spec.outputs().stream().map(Output::key).toList(), "output", mistakes);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Words.of(spec)
                    .missing(locale)
                    .forEach(key -> mistakes.add(
                            "has no text \"" + key + "\" in " + locale.getDisplayLanguage(Locale.ENGLISH)));
        }
        return mistakes.stream().map(mistake -> spec.ref() + " " + mistake).toList();
    }

    private static void check(List<Field> fields, String parent, List<String> mistakes) {
        unique(fields.stream().map(field -> parent + field.key()).toList(), "field", mistakes);
        for (Field field : fields) {
            String path = parent + field.key();
            if (field.type() == FieldType.SELECT && field.options().isEmpty()) {
                mistakes.add("lets people choose \"" + path + "\" from nothing");
            }
            if (field.type() == FieldType.SELECT
                    && field.defaultValue() != null
                    && !field.options().contains(field.defaultValue().toString())) {
                mistakes.add("has a default for \"" + path + "\" that is no option");
            }
            field.showIf().ifPresent(condition -> {
                Optional<Field> other = fields.stream()
                        .filter(it -> it.key().equals(condition.field()))
                        .findFirst();
                if (other.isEmpty()) {
                    mistakes.add("shows \"" + path + "\" depending on \"" + condition.field()
                            + "\", which it does not have");
                } else if (!other.get().options().isEmpty()
                        && !other.get().options().containsAll(condition.values())) {
                    mistakes.add("shows \"" + path + "\" for options that \"" + condition.field() + "\" does not have");
                }
            });
            check(field.fields(), path + ".", mistakes);
        }
    }

    private static void unique(List<String> keys, String what, List<String> mistakes) {
        Set<String> seen = new HashSet<>();
        keys.stream()
                .filter(key -> !seen.add(key))
                .forEach(key -> mistakes.add("has two " + what + "s \"" + key + "\""));
    }
}
