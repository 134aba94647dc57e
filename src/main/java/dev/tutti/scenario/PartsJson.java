package dev.tutti.scenario;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.function.Function;

/**
 * Writes blueprints and their parts as JSON: every member that has a default is written,
 * absent ones are left out, and the marks of error links only where they are.
 */
final class PartsJson {

    private PartsJson() {}

    static Fields blueprint(Blueprint blueprint) {
        return Fields.builder()
                .put("modules", list(blueprint.modules(), PartsJson::module))
                .put("links", list(blueprint.links(), PartsJson::link))
                .put("groups", list(blueprint.groups(), PartsJson::group))
                .put("notes", list(blueprint.notes(), PartsJson::note))
                .put("settings", SettingsJson.write(blueprint.settings()))
                .build();
    }

    static Fields module(Node module) {
        Fields.Builder json = Fields.builder()
                .put("no", Num.of(module.no()))
                .put("module", Text.of(module.module()))
                .put("version", Num.of(module.version()));
        module.name().ifPresent(name -> json.put("name", Text.of(name)));
        json.put("at", position(module.at())).put("values", module.values());
        module.connection().ifPresent(connection -> json.put("connection", Text.of(connection)));
        json.put("disabled", Bool.of(module.disabled()));
        module.retry().ifPresent(retry -> json.put("retry", retry(retry)));
        return json.build();
    }

    static Fields retry(RetryRule rule) {
        Fields.Builder json = Fields.builder()
                .put("attempts", Num.of(rule.attempts()))
                .put("seconds", Num.of(rule.seconds()))
                .put("backoff", Bool.of(rule.backoff()));
        if (!rule.errors().isEmpty()) {
            json.put("errors", list(rule.errors(), Text::of));
        }
        return json.build();
    }

    static Items position(Position at) {
        return Items.of(Num.of(at.x()), Num.of(at.y()));
    }

    static Fields link(Link link) {
        Fields.Builder json = Fields.builder()
                .put("from", Num.of(link.from()))
                .put("to", Num.of(link.to()))
                .put("order", Num.of(link.order()));
        link.name().ifPresent(name -> json.put("name", Text.of(name)));
        link.filter().ifPresent(filter -> json.put("filter", filter(filter)));
        json.put("fallback", Bool.of(link.fallback())).put("disabled", Bool.of(link.disabled()));
        if (link.error()) {
            json.put("error", Bool.TRUE);
        }
        if (!link.errors().isEmpty()) {
            json.put("errors", list(link.errors(), Text::of));
        }
        return json.build();
    }

    static Fields group(Group group) {
        Fields.Builder json = Fields.builder().put("id", Text.of(group.id()));
        group.name().ifPresent(name -> json.put("name", Text.of(name)));
        json.put("modules", list(group.modules(), Num::of));
        group.handler().ifPresent(handler -> json.put("handler", Num.of(handler)));
        return json.put("tint", Text.of(group.tint())).build();
    }

    private static Fields filter(LinkFilter filter) {
        Fields.Builder json = Fields.builder();
        filter.name().ifPresent(name -> json.put("name", Text.of(name)));
        return json.put("conditions", list(filter.conditions(), group -> list(group, PartsJson::row)))
                .build();
    }

    private static Fields row(LinkFilter.Row row) {
        Fields.Builder json = Fields.builder().put("a", Text.of(row.a())).put("o", Text.of(row.o()));
        row.b().ifPresent(b -> json.put("b", Text.of(b)));
        return json.build();
    }

    static Fields note(Note note) {
        Fields.Builder json = Fields.builder()
                .put("id", Text.of(note.id()))
                .put("at", position(note.at()))
                .put(
                        "size",
                        Items.of(Num.of(note.size().width()), Num.of(note.size().height())))
                .put("text", Text.of(note.text()))
                .put("tint", Text.of(note.tint()));
        note.module().ifPresent(module -> json.put("module", Num.of(module)));
        return json.build();
    }

    static <T> Items list(List<T> all, Function<T, Value> each) {
        return new Items(all.stream().map(each).toList());
    }
}
