package dev.tutti.scenario;

import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws blueprints in tests. */
final class Drawing {

    private final List<Node> modules = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

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
                last.disabled()));
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

    Blueprint done() {
        return new Blueprint(modules, links, List.of(), Settings.DEFAULT);
    }

    static Fields fields(String json) {
        return (Fields) Json.parse(json).value().orElseThrow();
    }
}
