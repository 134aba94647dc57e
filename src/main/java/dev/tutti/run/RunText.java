package dev.tutti.run;

import dev.tutti.engine.Entry;
import dev.tutti.engine.Failure;
import dev.tutti.engine.StepPath;
import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Gathers what was said in a run: the values in its input, in what went into its operations and in what came out, each
 * once, up to a bound. Files count by their names.
 */
final class RunText {

    private static final int MOST_LETTERS = 10_000;
    private static final int MOST_LETTERS_OF_ONE = 2_000;

    /** How many operations are looked at for what went into them, which has to be worked out again. */
    private static final int MOST_INPUTS = 100;

    private static final int DAY = 10;

    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<String> files = new HashSet<>();
    private int letters;

    /**
     * The words of a run, and the ids of the files it has to do with.
     *
     * @param over whether nothing more will be said
     */
    record Gathered(String words, Set<String> files, boolean over) {}

    static final Gathered NOTHING = new Gathered("", Set.of(), true);

    static Gathered of(StoredRun run) {
        boolean confidential = run.executable().blueprint().settings().confidential();
        RunText text = new RunText();
        run.input().ifPresent(input -> input.bundles().forEach(text::add));
        run.lines().forEach(line -> text.add(line.entry()));
        run.run().error().ifPresent(error -> {
            text.add(error.message());
            error.detail().ifPresent(text::add);
        });
        if (!confidential && text.hasRoom()) {
            text.addInputs(run);
        }
        return new Gathered(
                confidential ? "" : String.join(" ", text.texts),
                text.files,
                run.run().status().ended());
    }

    private void add(Entry entry) {
        switch (entry) {
            case Entry.Emitted emitted -> emitted.bundles().forEach(this::add);
            case Entry.Failed failed -> add(failed.failure());
            case Entry.Retrying retrying -> add(retrying.failure());
            case Entry.Suspended suspended -> suspended.then().forEach(this::add);
            case Entry.Drawn _, Entry.Filtered _, Entry.Iterated _, Entry.Routed _, Entry.Handled _ -> {}
        }
    }

    private void add(Failure failure) {
        add(failure.message());
        failure.detail().ifPresent(this::add);
    }

    private void addInputs(StoredRun run) {
        Set<Integer> modules = new HashSet<>();
        Set<StepPath> calls = new LinkedHashSet<>();
        for (int i = 0; i < run.lines().size() && calls.size() < MOST_INPUTS; i++) {
            ChunkReader.Line line = run.lines().get(i);
            if (line.entry() instanceof Entry.Emitted || line.entry() instanceof Entry.Failed) {
                calls.add(line.at());
                modules.add(line.at().module());
            }
        }
        run.find(modules, calls).inputs().values().forEach(this::add);
    }

    private boolean hasRoom() {
        return letters < MOST_LETTERS;
    }

    private void add(Value value) {
        switch (value) {
            case Text(String text) -> add(text);
            case Num number -> add(number.plain());
            case Moment moment -> add(moment.iso().substring(0, DAY));
            case Items items -> items.items().forEach(this::add);
            case Fields fields -> fields.fields().values().forEach(this::add);
            case Blob blob -> {
                add(blob.name());
                if (blob.content() instanceof Blob.Content.Stored(String id)) {
                    files.add(id);
                }
            }
            case Bool _, Nothing _ -> {}
        }
    }

    private void add(String text) {
        if (!hasRoom()) {
            return;
        }
        String cut = text.length() > MOST_LETTERS_OF_ONE ? text.substring(0, MOST_LETTERS_OF_ONE) : text;
        String plain = SearchWords.plain(cut);
        if (!plain.isEmpty() && texts.add(plain)) {
            letters += plain.length() + 1;
        }
    }
}
