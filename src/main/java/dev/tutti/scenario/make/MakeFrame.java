package dev.tutti.scenario.make;

import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Num;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands around the modules in a file of Make: settings, notes, inputs and outputs, schedule. */
final class MakeFrame {

    private final Giving giving;
    private final Fields settings;
    private final Fields before;

    /** @param before the file as it came from Make, without its flow */
    MakeFrame(Giving giving, Fields before) {
        this.giving = giving;
        this.settings = giving.sheet.settings;
        this.before = before;
    }

    Fields metadata(boolean instant, List<Value> orphans) {
        Fields metadata = Look.fields(before, "metadata");
        if (!metadata.has("version")) {
            metadata = metadata.with("version", Num.of(1));
        }
        if (!metadata.has("instant")) {
            metadata = metadata.with("instant", Bool.of(instant));
        }
        metadata = metadata.with("scenario", scenario());
        Fields designer = Look.fields(metadata, "designer");
        metadata = metadata.with("designer", designer.with("orphans", new Items(orphans)));
        return notes(metadata);
    }

    private Fields scenario() {
        Fields there = Look.fields(giving.kept, MakeOriginals.SCENARIO);
        for (MakeSettings.Switch one : MakeSettings.SWITCHES) {
            boolean now = settings.get(one.here()) == Bool.TRUE;
            if (there.isEmpty() && !there.has(one.there()) || Look.yes(there, one.there(), one.otherwise()) != now) {
                there = there.with(one.there(), Bool.of(now));
            }
        }
        for (MakeSettings.Count one : MakeSettings.COUNTS) {
            int now = Look.whole(settings.get(one.here())).orElse(one.otherwise());
            if (MakeSettings.count(there, one) != now) {
                there = there.with(one.there(), Num.of(now));
            }
        }
        int slots = Look.whole(settings.get("maxRunsAtOnce")).orElse(0);
        return slots > 0 && Look.whole(there.get("slots")).orElse(0) != slots
                ? there.with("slots", Num.of(slots))
                : there;
    }

    private Fields notes(Fields metadata) {
        List<Value> notes = giving.sheet.notes;
        Fields file = Fields.of("metadata", metadata);
        if (MakeNotes.in(file, giving.sheet, Map.of()).equals(notes)) {
            return metadata;
        }
        return metadata.with("notes", MakeNotes.out(notes));
    }

    /** Inputs and outputs: as they were where they still mean the same. */
    void parameters(Fields.Builder file) {
        Items inputs = Look.items(settings, "inputs");
        Items outputs = Look.items(settings, "outputs");
        boolean same = known("input").equals(inputs) && known("output").equals(outputs);
        if (!same) {
            file.put(
                    "interface", Fields.of("input", MakeParameters.out(inputs), "output", MakeParameters.out(outputs)));
        }
    }

    private Items known(String side) {
        Items fields = Look.items(Look.fields(before, "interface"), side);
        return MakeParameters.in(fields.size() > 0 ? fields : Look.items(Look.fields(before, "io"), side + "_spec"));
    }

    /** @param clock the schedule of a module, where there is one */
    Optional<Fields> scheduling(Optional<Fields> clock) {
        Optional<Fields> schedule =
                clock.or(() -> Optional.of(Look.fields(settings, "schedule")).filter(it -> !it.isEmpty()));
        Fields there = Look.fields(giving.kept, MakeOriginals.SCHEDULING);
        if (MakeSchedule.in(there).equals(schedule)) {
            return there.isEmpty() ? Optional.empty() : Optional.of(there);
        }
        Optional<Fields> written = schedule.flatMap(MakeSchedule::out);
        if (schedule.isPresent() && written.isEmpty()) {
            giving.report.note(Message.of("exchange.out.schedule"));
        }
        return written;
    }
}
