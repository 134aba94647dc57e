package dev.tutti.scenario;

import dev.tutti.connection.Connection;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Connections;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What a new scenario begins with. Each starter runs at once: it needs no key and no account. */
@Component
final class Starters {

    private static final int STEP = 328;

    private final Supplier<List<Connection>> connections;

    @Autowired
    Starters(Connections connections) {
        this(connections::all);
    }

    Starters(Supplier<List<Connection>> connections) {
        this.connections = connections;
    }

    Sketch sketch(NewScenario wish) {
        Locale locale = wish.locale();
        String name = wish.name()
                .map(String::strip)
                .filter(given -> !given.isEmpty())
                .map(given -> given.substring(0, Math.min(given.length(), PartsReader.LONGEST_NAME)))
                .orElseGet(() -> text(
                        wish.blueprint().isPresent()
                                ? "blank.name"
                                : wish.starter().map(Starters::key).orElse("blank") + ".name",
                        locale));
        Blueprint blueprint = wish.blueprint()
                .orElseGet(() -> wish.starter()
                        .map(starter -> switch (starter) {
                            case FORM -> form(locale);
                            case MORNING -> morning(locale);
                        })
                        .orElseGet(() -> blueprint(List.of(), List.of(), locale)));
        return Sketch.of(name, blueprint);
    }

    private static String key(NewScenario.Starter starter) {
        return starter.name().toLowerCase(Locale.ROOT);
    }

    private static Blueprint form(Locale locale) {
        return blueprint(
                List.of(
                        module(1, Start.WEBHOOK, Fields.EMPTY, Optional.empty()),
                        module(
                                2,
                                Start.REPLY,
                                Fields.of("status", Text.of("200"), "body", Text.of(text("form.reply", locale))),
                                Optional.empty())),
                List.of(Link.between(1, 2)),
                locale);
    }

    private Blueprint morning(Locale locale) {
        Node clock = module(
                1,
                Start.CLOCK,
                Fields.of("schedule", Fields.of("kind", Text.of("daily"), "time", Text.of("09:00"))),
                Optional.empty());
        Node compose =
                module(2, "tools:compose", Fields.of("text", Text.of(text("morning.text", locale))), Optional.empty());
        return mailbox()
                .map(mailbox -> blueprint(
                        List.of(
                                clock,
                                compose,
                                module(
                                        3,
                                        "email:send",
                                        Fields.of(
                                                "subject",
                                                Text.of(text("morning.subject", locale)),
                                                "text",
                                                Text.of("{{2.value}}")),
                                        Optional.of(mailbox.id().toString()))),
                        List.of(Link.between(1, 2), Link.between(2, 3)),
                        locale))
                .orElseGet(() -> blueprint(List.of(clock, compose), List.of(Link.between(1, 2)), locale));
    }

    private Optional<Connection> mailbox() {
        return connections.get().stream()
                .filter(connection -> connection.type() == ConnectionType.SMTP)
                .findFirst();
    }

    private static Node module(int no, String ref, Fields values, Optional<String> connection) {
        return new Node(no, ref, 1, Optional.empty(), new Position((no - 1) * STEP, 0), values, connection, false);
    }

    private static Blueprint blueprint(List<Node> modules, List<Link> links, Locale locale) {
        Settings standard = Settings.DEFAULT;
        Locale language = locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
        return new Blueprint(
                modules,
                links,
                List.of(),
                new Settings(
                        standard.timeZone(),
                        language,
                        standard.sequential(),
                        standard.confidential(),
                        standard.replySeconds(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static String text(String key, Locale locale) {
        return Message.of("scenario.starter." + key).in(locale);
    }
}
