package dev.tutti.scenario;

import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Draws blueprints in tests. */
final class Drawing {

    private final List<Node> modules = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private Settings settings = Settings.DEFAULT;

    Drawing module(int no, String ref, String values) {
        modules.add(new Node(
                no,
                ref,
                1,
                Optional.empty(),
                new Position(no * 328, 0),
                fields(values.replace('\'', '"')),
                Optional.empty(),
                false));
        return this;
    }

    Drawing module(int no, String ref) {
        return module(no, ref, "{}");
    }

    Drawing webhook(int no) {
        return module(no, "webhook:receive");
    }

    Drawing compose(int no, String text) {
        return module(no, "tools:compose", "{}").value("text", text);
    }

    Drawing router(int no) {
        return module(no, "flow:router");
    }

    Drawing value(String key, String text) {
        Node last = modules.removeLast();
        modules.add(last.withValues(last.values().with(key, new dev.tutti.value.Text(text))));
        return this;
    }

    Drawing disabled() {
        modules.add(modules.removeLast().withDisabled(true));
        return this;
    }

    Drawing connection(String id) {
        modules.add(modules.removeLast().withConnection(Optional.of(id)));
        return this;
    }

    /** Links each to the next. */
    Drawing line(int... numbers) {
        for (int i = 0; i + 1 < numbers.length; i++) {
            link(numbers[i], numbers[i + 1]);
        }
        return this;
    }

    Drawing link(int from, int to) {
        int order = (int) links.stream().filter(link -> link.from() == from).count() + 1;
        links.add(new Link(from, to, order, Optional.empty(), Optional.empty(), false, false));
        return this;
    }

    Drawing only(String a, String operator, String b) {
        Link last = links.removeLast();
        links.add(new Link(
                last.from(),
                last.to(),
                last.order(),
                last.name(),
                Optional.of(new LinkFilter(
                        Optional.empty(), List.of(List.of(new LinkFilter.Row(a, operator, Optional.of(b)))))),
                last.fallback(),
                last.disabled(),
                last.error(),
                last.errors()));
        return this;
    }

    Drawing fallback() {
        Link last = links.removeLast();
        links.add(new Link(last.from(), last.to(), last.order(), last.name(), last.filter(), true, last.disabled()));
        return this;
    }

    Drawing off() {
        Link last = links.removeLast();
        links.add(new Link(last.from(), last.to(), last.order(), last.name(), last.filter(), last.fallback(), true));
        return this;
    }

    /** If {@code from} fails with one of these errors, go on at {@code to}. */
    Drawing onError(int from, int to, String... errors) {
        int order = (int) links.stream()
                        .filter(link -> link.from() == from && link.error())
                        .count()
                + 1;
        links.add(Link.onError(from, to, order, errors));
        return this;
    }

    Drawing group(String id, int handler, Integer... members) {
        groups.add(new Group(
                id,
                Optional.empty(),
                List.of(members),
                handler == 0 ? OptionalInt.empty() : OptionalInt.of(handler),
                Group.PLAIN));
        return this;
    }

    Drawing retry(int attempts, int seconds, boolean backoff, String... errors) {
        modules.add(modules.removeLast()
                .withRetry(Optional.of(new RetryRule(attempts, seconds, backoff, List.of(errors)))));
        return this;
    }

    /** Fails with this message. */
    Drawing fail(int no, String type, String message) {
        return module(no, "error:throw", "{'type': '" + type + "', 'message': '" + message + "'}");
    }

    Drawing setting(String key, String json) {
        settings = ((SettingsReader.Changed) SettingsReader.changed(
                        settings, key, Json.parse(json.replace('\'', '"')).value()))
                .settings();
        return this;
    }

    Blueprint done() {
        return new Blueprint(modules, links, groups, List.of(), settings);
    }

    static Fields fields(String json) {
        return (Fields) Json.parse(json).value().orElseThrow();
    }
}
