package dev.tutti.workspace;

import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.stereotype.Component;

/**
 * Completes the address of an H2 database with what our tables rely on, and refuses a file database that would lose
 * acknowledged commits when the process is killed.
 */
@Component
final class DatabaseUrl implements BeanPostProcessor {

    private static final Map<String, String> NEEDED = Map.of(
            "MODE", "PostgreSQL",
            "DATABASE_TO_LOWER", "TRUE",
            "DEFAULT_NULL_ORDERING", "HIGH",
            "DB_CLOSE_ON_EXIT", "FALSE");

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof DataSourceProperties properties && properties.getUrl() != null) {
            properties.setUrl(complete(properties.getUrl()));
        }
        return bean;
    }

    static String complete(String url) {
        if (!url.startsWith("jdbc:h2:")) {
            return url;
        }
        String upper = url.toUpperCase(Locale.ROOT);
        if (!url.startsWith("jdbc:h2:mem:") && !(upper + ";").contains(";WRITE_DELAY=0;")) {
            throw new StartRefused(
                    "The H2 database of spring.datasource.url would lose finished work when the process is killed.",
                    "Add ;WRITE_DELAY=0 to its end.");
        }
        StringBuilder whole = new StringBuilder(url);
        NEEDED.forEach((setting, value) -> {
            if (!upper.contains(";" + setting + "=")) {
                whole.append(';').append(setting).append('=').append(value);
            }
        });
        return whole.toString();
    }
}
