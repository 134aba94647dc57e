package dev.tutti.connector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The texts of one module, in English and French. They stand in {@code i18n/builtin/messages_<language>.properties}
 * under {@code module.<app>.<operation>.} or in the module's own file, one a line: {@code key = English | French}.
 *
 * <p>Keys: {@code name}, {@code help}, {@code keywords} (with commas), {@code field.<key>.label},
 * {@code field.<key>.help}, {@code field.<key>.option.<value>}, {@code output.<key>}; what is nested has its parents'
 * keys before it, with points. The name of the app is {@code app.<app>}, in the module's own file just {@code app}.
 * An option in capitals, such as GET, needs no label.
 */
public final class Words {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ModuleSpec spec;
    private final Map<String, Pair> own;

    private record Pair(String english, String french) {}

    private Words(ModuleSpec spec, Map<String, Pair> own) {
        this.spec = spec;
        this.own = own;
    }

    public static Words of(ModuleSpec spec) {
        Map<String, Pair> own = new HashMap<>();
        spec.words().lines().filter(line -> !line.isBlank()).forEach(line -> {
            int equals = line.indexOf('=');
            int bar = line.indexOf('|', equals);
            if (equals < 0 || bar < 0) {
                throw new IllegalArgumentException(spec.ref() + ": not \"key = English | French\": " + line);
            }
            own.put(
                    line.substring(0, equals).strip(),
                    new Pair(
                            line.substring(equals + 1, bar).strip(),
                            line.substring(bar + 1).strip()));
        });
        return new Words(spec, own);
    }

    public String app(Locale locale) {
        return own("app", locale).or(() -> shared("app." + spec.app(), locale)).orElse(spec.app());
    }

    public String name(Locale locale) {
        return text("name", locale).orElse(spec.ref());
    }

    public String help(Locale locale) {
        return text("help", locale).orElse("");
    }

    /** Other words by which people look for the module, in both languages. */
    public List<String> keywords() {
        return List.of(Locale.ENGLISH, Locale.FRENCH).stream()
                .flatMap(locale -> text("keywords", locale).stream())
                .flatMap(words -> List.of(words.split(",")).stream())
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** @param path the keys from the outside in, with points, such as {@code headers.name} */
    public String label(String path, Locale locale) {
        return text("field." + path + ".label", locale).orElse(path);
    }

    public Optional<String> fieldHelp(String path, Locale locale) {
        return text("field." + path + ".help", locale);
    }

    public String option(String path, String value, Locale locale) {
        return text("field." + path + ".option." + value, locale).orElse(value);
    }

    public String output(String path, Locale locale) {
        return text("output." + path, locale).orElse(path);
    }

    /** The keys that a finished module has to have, but this one does not have in this language. */
    List<String> missing(Locale locale) {
        List<String> wanted = new ArrayList<>(List.of("name", "help", "keywords"));
        spec.fields().forEach(field -> {
            wanted.add("field." + field.key() + ".help");
            want(field, field.key(), wanted);
        });
        spec.outputs().forEach(output -> want(output, output.key(), wanted));
        List<String> missing = new ArrayList<>(wanted.stream()
                .filter(key -> text(key, locale).filter(text -> !text.isBlank()).isEmpty())
                .toList());
        if (own("app", locale).isEmpty() && shared("app." + spec.app(), locale).isEmpty()) {
            missing.add("app");
        }
        return missing;
    }

    private static void want(Field field, String path, List<String> wanted) {
        wanted.add("field." + path + ".label");
        field.options().stream()
                .filter(option -> !option.equals(option.toUpperCase(Locale.ROOT)))
                .forEach(option -> wanted.add("field." + path + ".option." + option));
        field.fields().forEach(part -> want(part, path + "." + part.key(), wanted));
    }

    private static void want(Output output, String path, List<String> wanted) {
        wanted.add("output." + path);
        output.fields().forEach(part -> want(part, path + "." + part.key(), wanted));
    }

    private Optional<String> text(String key, Locale locale) {
        return own(key, locale).or(() -> shared("module." + spec.app() + "." + spec.operation() + "." + key, locale));
    }

    private Optional<String> own(String key, Locale locale) {
        return Optional.ofNullable(own.get(key)).map(pair -> french(locale) ? pair.french() : pair.english());
    }

    private static Optional<String> shared(String key, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "i18n.builtin.messages", french(locale) ? Locale.FRENCH : Locale.ENGLISH, EXACT);
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }

    private static boolean french(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage());
    }
}
