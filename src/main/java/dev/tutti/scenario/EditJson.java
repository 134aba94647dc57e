package dev.tutti.scenario;

import dev.tutti.value.Bool;
import dev.tutti.value.Depth;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Optional;

/** The JSON form of edits: {@code {"id":…, "op":…, …}}, as strict as that of blueprints. */
public final class EditJson {

    /** As many edits as one request may hold. */
    public static final int MOST = 10_000;

    /** What came of reading a list of edits. */
    public sealed interface Answer {}

    public record Read(List<Edit> edits) implements Answer {
        public Read {
            edits = List.copyOf(edits);
        }
    }

    /** They are no edits; the path begins at the list, such as {@code [3].module.no}. */
    public record Misread(BlueprintJson.Misread why) implements Answer {}

    private EditJson() {}

    public static Answer read(Value json) {
        if (!Depth.within(json, BlueprintJson.DEEPEST + 5)) {
            return new Misread(
                    new BlueprintJson.Misread("", "too-deep", List.of(String.valueOf(BlueprintJson.DEEPEST))));
        }
        try {
            return new Read(
                    Place.root(json).items(MOST).stream().map(EditJson::edit).toList());
        } catch (Misshapen misshapen) {
            return new Misread(misshapen.misread());
        }
    }

    static Edit edit(Place json) {
        String id = json.get("id").text(64);
        Place op = json.get("op");
        return switch (op.text(40)) {
            case "addModule" ->
                new Edit.AddModule(id, PartsReader.module(with(json, "module").get("module"), 0));
            case "removeModule" -> new Edit.RemoveModule(id, no(with(json, "no")));
            case "moveModules" ->
                new Edit.MoveModules(
                        id,
                        with(json, "moves").get("moves").items(Editing.MOST_MODULES).stream()
                                .map(EditJson::move)
                                .toList());
            case "setValue" ->
                new Edit.SetValue(
                        id,
                        no(with(json, "no", "key", "value")),
                        json.get("key").text(200),
                        value(json));
            case "renameModule" ->
                new Edit.RenameModule(id, no(with(json, "no", "name")), PartsReader.name(json, "name"));
            case "setConnection" ->
                new Edit.SetConnection(
                        id,
                        no(with(json, "no", "connection")),
                        json.find("connection").map(given -> given.text(64)));
            case "setDisabled" ->
                new Edit.SetDisabled(
                        id,
                        no(with(json, "no", "disabled")),
                        json.get("disabled").yesNo());
            case "setRetry" ->
                new Edit.SetRetry(
                        id, no(with(json, "no", "retry")), json.find("retry").map(PartsReader::retry));
            case "addLink" ->
                new Edit.AddLink(id, PartsReader.link(with(json, "link").get("link"), 1));
            case "removeLink" -> new Edit.RemoveLink(id, end(with(json, "from", "to"), "from"), end(json, "to"));
            case "setLink" ->
                new Edit.SetLink(
                        id,
                        end(with(json, "from", "to", "link"), "from"),
                        end(json, "to"),
                        PartsReader.link(json.get("link"), 1));
            case "addGroup" ->
                new Edit.AddGroup(id, PartsReader.group(with(json, "group").get("group")));
            case "setGroup" ->
                new Edit.SetGroup(id, PartsReader.group(with(json, "group").get("group")));
            case "removeGroup" ->
                new Edit.RemoveGroup(id, with(json, "group").get("group").text(64));
            case "addNote" ->
                new Edit.AddNote(id, PartsReader.note(with(json, "note").get("note")));
            case "setNote" ->
                new Edit.SetNote(id, PartsReader.note(with(json, "note").get("note")));
            case "removeNote" ->
                new Edit.RemoveNote(id, with(json, "note").get("note").text(64));
            case "setSetting" ->
                new Edit.SetSetting(id, with(json, "key", "value").get("key").text(40), value(json));
            case "rename" -> new Edit.Rename(id, with(json, "name").get("name").text(1_000));
            case "replace" ->
                new Edit.Replace(
                        id, BlueprintJson.blueprint(with(json, "blueprint").get("blueprint")));
            default -> throw op.wrong("unknown-op", op.text(40));
        };
    }

    private static Place with(Place json, String... names) {
        String[] all = java.util.Arrays.copyOf(names, names.length + 2);
        all[names.length] = "id";
        all[names.length + 1] = "op";
        return json.record(all);
    }

    private static int no(Place json) {
        return end(json, "no");
    }

    private static int end(Place json, String member) {
        return json.get(member).whole(1, Node.HIGHEST);
    }

    private static Edit.Move move(Place json) {
        json.record("no", "at");
        return new Edit.Move(no(json), PartsReader.position(json.get("at")));
    }

    private static Optional<Value> value(Place json) {
        return json.fields().has("value") ? Optional.of(json.fields().get("value")) : Optional.empty();
    }

    public static Fields write(Edit edit) {
        Fields.Builder json = Fields.builder().put("id", Text.of(edit.id()));
        switch (edit) {
            case Edit.AddModule add -> json.put("op", op("addModule")).put("module", PartsJson.module(add.module()));
            case Edit.RemoveModule remove -> json.put("op", op("removeModule")).put("no", Num.of(remove.no()));
            case Edit.MoveModules move ->
                json.put("op", op("moveModules"))
                        .put(
                                "moves",
                                PartsJson.list(
                                        move.moves(),
                                        one -> Fields.of("no", Num.of(one.no()), "at", PartsJson.position(one.at()))));
            case Edit.SetValue set -> {
                json.put("op", op("setValue")).put("no", Num.of(set.no())).put("key", Text.of(set.key()));
                set.value().ifPresent(value -> json.put("value", value));
            }
            case Edit.RenameModule rename -> {
                json.put("op", op("renameModule")).put("no", Num.of(rename.no()));
                rename.name().ifPresent(name -> json.put("name", Text.of(name)));
            }
            case Edit.SetConnection set -> {
                json.put("op", op("setConnection")).put("no", Num.of(set.no()));
                set.connection().ifPresent(connection -> json.put("connection", Text.of(connection)));
            }
            case Edit.SetDisabled set ->
                json.put("op", op("setDisabled")).put("no", Num.of(set.no())).put("disabled", Bool.of(set.disabled()));
            case Edit.SetRetry set -> {
                json.put("op", op("setRetry")).put("no", Num.of(set.no()));
                set.retry().ifPresent(retry -> json.put("retry", PartsJson.retry(retry)));
            }
            case Edit.AddLink add -> json.put("op", op("addLink")).put("link", PartsJson.link(add.link()));
            case Edit.RemoveLink remove ->
                json.put("op", op("removeLink"))
                        .put("from", Num.of(remove.from()))
                        .put("to", Num.of(remove.to()));
            case Edit.SetLink set ->
                json.put("op", op("setLink"))
                        .put("from", Num.of(set.from()))
                        .put("to", Num.of(set.to()))
                        .put("link", PartsJson.link(set.link()));
            case Edit.AddGroup add -> json.put("op", op("addGroup")).put("group", PartsJson.group(add.group()));
            case Edit.SetGroup set -> json.put("op", op("setGroup")).put("group", PartsJson.group(set.group()));
            case Edit.RemoveGroup remove -> json.put("op", op("removeGroup")).put("group", Text.of(remove.group()));
            case Edit.AddNote add -> json.put("op", op("addNote")).put("note", PartsJson.note(add.note()));
            case Edit.SetNote set -> json.put("op", op("setNote")).put("note", PartsJson.note(set.note()));
            case Edit.RemoveNote remove -> json.put("op", op("removeNote")).put("note", Text.of(remove.note()));
            case Edit.SetSetting set -> {
                json.put("op", op("setSetting")).put("key", Text.of(set.key()));
                set.value().ifPresent(value -> json.put("value", value));
            }
            case Edit.Rename rename -> json.put("op", op("rename")).put("name", Text.of(rename.name()));
            case Edit.Replace replace ->
                json.put("op", op("replace")).put("blueprint", PartsJson.blueprint(replace.blueprint()));
        }
        return json.build();
    }

    private static Text op(String name) {
        return Text.of(name);
    }
}
