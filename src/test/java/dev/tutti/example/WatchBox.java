package dev.tutti.example;

import dev.tutti.connector.Cursor;
import dev.tutti.connector.Field;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Polled;
import dev.tutti.connector.PolledList;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Watches a box in memory into which tests put letters: a polling trigger over a list that is asked since an id. */
@Component
public final class WatchBox implements PolledList {

    private static final ModuleSpec SPEC = ModuleSpec.trigger("example:watchBox")
            .disc("inbox", "#BC3A12")
            .fields(
                    Field.text("box").require().unmapped(),
                    Field.number("limit").byDefault(2).between(1, 100).unmapped())
            .outputs(Output.number("no"), Output.text("text"))
            .example(Fields.of("no", Num.of(1), "text", new Text("Hello")))
            .words("""
                    app              = Examples | Exemples
                    name             = Watch a box | Surveiller une boîte
                    help             = Starts with each letter that is put into a box of the tests. | Démarre à chaque lettre déposée dans une boîte des tests.
                    keywords         = box, letters, watch | boîte, lettres, surveiller
                    field.box.label  = Box | Boîte
                    field.box.help   = Which box to watch. | La boîte à surveiller.
                    field.limit.label = Limit | Limite
                    field.limit.help = How many letters at a time. | Combien de lettres à la fois.
                    output.no        = Number | Numéro
                    output.text      = Text | Texte
                    """)
            .done();

    private static final Map<String, List<String>> BOXES = new ConcurrentHashMap<>();

    /** Puts letters into a box; they are numbered from 1. */
    public static void put(String box, String... texts) {
        BOXES.computeIfAbsent(box, _ -> new CopyOnWriteArrayList<>()).addAll(List.of(texts));
    }

    /** From now on the box cannot be opened any more. */
    public static void burn(String box) {
        BOXES.remove(box);
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Cursor cursor() {
        return Cursor.byId();
    }

    @Override
    public Polled<List<Item>> list(Fields values, Query query, Invocation invocation) {
        List<String> letters = BOXES.get(((Text) values.get("box")).text());
        if (letters == null) {
            return new Polled.Failed<>(
                    Failure.of(Failure.Kind.CONNECTION, "The box is not there.", "Put a letter into it first."));
        }
        List<Item> items = new ArrayList<>();
        int after = query.afterId().map(Integer::parseInt).orElse(0);
        for (int i = after; i < letters.size(); i++) {
            Fields bundle = Fields.of("no", Num.of(i + 1), "text", Text.of(letters.get(i)));
            items.add(new Item(String.valueOf(i + 1), Optional.empty(), letters.get(i), bundle));
        }
        int most = Math.min(query.limit(), items.size());
        return new Polled.Got<>(
                query.newest() ? items.subList(items.size() - most, items.size()) : items.subList(0, most));
    }
}
