package dev.tutti.scenario.make;

import dev.tutti.connector.Kind;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Modules;
import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.BlueprintJson;
import dev.tutti.scenario.exchange.Findings;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes a blueprint that Make imports. What came from there and was not changed goes back as it was. */
@Component
public final class MakeExport {

    private static final String CLOCK = "schedule:clock";

    private final Modules modules;

    public MakeExport(Modules modules) {
        this.modules = modules;
    }

    /** What became of writing. */
    public sealed interface Answer {}

    public record Written(Fields file, Findings findings) implements Answer {}

    /** Routes come together so often that repeating what follows would never end. */
    public record TooMany() implements Answer {}

    public Answer write(String name, Blueprint blueprint) {
        Sheet sheet = Sheet.of(BlueprintJson.write(blueprint));
        Optional<Fields> clock = clock(sheet);
        Giving giving = new Giving(modules, sheet);
        try {
            return new Written(file(name, giving, clock), giving.report);
        } catch (MakeWalk.TooMany tooMany) {
            return new TooMany();
        }
    }

    private Fields file(String name, Giving giving, Optional<Fields> clock) {
        MakeWalk walk = new MakeWalk(giving);
        List<Sheet.Piece> roots = giving.sheet.pieces.stream()
                .filter(piece -> !giving.entered(piece.no()))
                .toList();
        Optional<Sheet.Piece> start = roots.stream()
                .filter(this::starts)
                .findFirst()
                .or(() -> roots.stream()
                        .findFirst()
                        .or(() -> giving.sheet.pieces.stream().findFirst()));
        Items flow = start.map(piece -> walk.from(piece.no()).items()).orElse(Items.EMPTY);
        List<Value> orphans = new ArrayList<>();
        for (List<Sheet.Piece> each : List.of(roots, giving.sheet.pieces)) {
            for (Sheet.Piece piece : each) {
                if (!giving.written.contains(piece.no()) && !passing(piece)) {
                    orphans.add(walk.from(piece.no()).items());
                }
            }
        }
        lost(giving);
        Fields before = Look.fields(giving.kept, MakeOriginals.FILE);
        Fields.Builder file = Fields.builder().put("name", Text.of(name)).put("flow", flow);
        before.fields().forEach((key, value) -> {
            if (!key.equals("name") && !key.equals("blueprint") && !key.equals("subflows")) {
                file.put(key, value);
            }
        });
        MakeFrame frame = new MakeFrame(giving, before);
        frame.parameters(file);
        frame.scheduling(clock).ifPresent(scheduling -> file.put("scheduling", scheduling));
        return file.put("metadata", frame.metadata(start.filter(this::instant).isPresent(), orphans))
                .build();
    }

    private boolean starts(Sheet.Piece piece) {
        return modules.find(piece.ref())
                .map(ModuleSpec::kind)
                .filter(Kind.TRIGGER::equals)
                .isPresent();
    }

    private boolean instant(Sheet.Piece piece) {
        return piece.ref().equals("webhook:receive");
    }

    private static boolean passing(Sheet.Piece piece) {
        return piece.disabled();
    }

    /** In Make a schedule is no module: a clock to which nothing refers becomes the scenario's schedule. */
    private static Optional<Fields> clock(Sheet sheet) {
        Optional<Sheet.Piece> clock = sheet.pieces.stream()
                .filter(piece -> piece.ref().equals(CLOCK) && !piece.disabled())
                .findFirst();
        if (clock.isEmpty()) {
            return Optional.empty();
        }
        String pill = "{{" + clock.get().no() + ".";
        boolean used = dev.tutti.value.Json.write(sheet.json()).contains(pill);
        Fields schedule = Look.fields(clock.get().values(), "schedule");
        if (!used) {
            sheet.pieces.remove(clock.get());
            sheet.ways.removeIf(way -> way.from() == clock.get().no());
        }
        return Optional.of(schedule);
    }

    private static void lost(Giving giving) {
        if (giving.sheet.groups.size() > 0) {
            giving.report.note(Message.of("exchange.out.groups"));
        }
        if (giving.sheet.settings.has("handler")) {
            giving.report.note(Message.of("exchange.out.handler"));
        }
    }
}
