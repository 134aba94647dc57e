package dev.tutti.workspace;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every visible text, in English and French, from {@code i18n/<part>/messages_<language>.properties}. */
@Component
public final class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private final boolean strict;
    private final Language english = new Language(Locale.ENGLISH);
    private final Language french = new Language(Locale.FRENCH);

    /** For tests: a text that is missing is an error. */
    public Messages() {
        this(true);
    }

    @Autowired
    Messages(@Value("${tutti.messages.strict:false}") boolean strict) {
        this.strict = strict;
    }

    /**
     * The text in this language (English where it is not French). With arguments it is a {@link MessageFormat} pattern,
     * without it is taken as it is. A key that is missing is shown itself, or is an error in tests.
     */
    public String text(String key, Locale locale, Object... arguments) {
        Language language = language(locale);
        String text = language.texts.get(key);
        if (text == null) {
            return missing(key);
        }
        if (arguments.length == 0) {
            return text;
        }
        MessageFormat format = language.formats.computeIfAbsent(key, _ -> new MessageFormat(text, language.locale));
        return ((MessageFormat) format.clone()).format(arguments);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return english.texts.containsKey(key);
    }

    /** Every text of this language by its key, as it is written. */
    public Map<String, String> all(Locale locale) {
        return language(locale).texts;
    }

    private Language language(Locale locale) {
        return Languages.nearest(locale).equals(Locale.FRENCH) ? french : english;
    }

    private String missing(String key) {
        if (strict) {
            throw new MissingResourceException("There is no text " + key, Messages.class.getName(), key);
        }
        LOG.warn("There is no text {}", key);
        return key;
    }

    private static Map<String, String> load(Locale language) {
        Map<String, String> all = new ConcurrentHashMap<>();
        try {
            String pattern = "classpath*:i18n/*/messages_" + language.getLanguage() + ".properties";
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> {
                    if (all.put((String) key, (String) text) != null) {
                        throw new IllegalStateException("Two texts are called " + key + ", one of them in " + file);
                    }
                });
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(all);
    }

    /** The texts of one language, and those patterns that were needed so far. */
    private static final class Language {

        final Locale locale;
        final Map<String, String> texts;
        final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

        Language(Locale locale) {
            this.locale = locale;
            this.texts = load(locale);
        }
    }
}
