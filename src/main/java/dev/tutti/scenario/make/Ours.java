package dev.tutti.scenario.make;

import dev.tutti.scenario.ImportReport.Grade;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.util.Optional;

/**
 * What only we have, in a blueprint of Make: modules without an equivalent are nodes {@code tutti:app.operation} whose
 * mapped settings are ours, and what else a module has here is in {@code metadata.tutti}. Make shows and keeps such
 * nodes, and they come back whole.
 */
final class Ours {

    private static final String PREFIX = "tutti:";

    private Ours() {}

    static Optional<Sheet.Piece> read(Fields node, int no, Sheet.Spot at, Taking taking) {
        String name = MakeModules.ref(node);
        if (!name.matches("tutti:[a-z][a-z0-9-]*\\.[a-z][A-Za-z0-9]*")) {
            return Optional.empty();
        }
        String ref = name.substring(PREFIX.length()).replace('.', ':');
        if (taking.modules().find(ref).isEmpty()) {
            return Optional.empty();
        }
        taking.report().module(no, name, Grade.EXACT);
        return Optional.of(new Sheet.Piece(
                no,
                ref,
                Math.clamp(Look.whole(node.get("version")).orElse(1), 1, 10_000),
                MakeCanvas.name(node),
                at,
                taking.texts().of(Look.fields(node, "mapper")),
                false,
                rest(node)));
    }

    static Text name(String ref) {
        return Text.of(PREFIX + ref.replace(':', '.'));
    }

    /** Members of our modules that Make has no place for. */
    static Fields rest(Fields node) {
        Fields kept = Look.fields(Look.fields(node, "metadata"), "tutti");
        return kept.get("retry") instanceof Fields retry ? Fields.of("retry", retry) : Fields.EMPTY;
    }
}
