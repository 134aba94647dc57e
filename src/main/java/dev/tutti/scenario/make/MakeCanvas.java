package dev.tutti.scenario.make;

import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import java.util.Optional;

/** Where things stand. Make's bubbles stand 300 apart, our capsules 328. */
final class MakeCanvas {

    private static final double WIDER = 328.0 / 300.0;
    private static final double FLATTER = 0.8;
    private static final int STEP = 328;

    private MakeCanvas() {}

    static Sheet.Spot spot(Fields node, int index) {
        Fields designer = designer(node);
        return designer.get("x") instanceof Num x && designer.get("y") instanceof Num y
                ? Sheet.Spot.of(x.number().doubleValue() * WIDER, y.number().doubleValue() * FLATTER)
                : new Sheet.Spot(index * STEP, 0);
    }

    /** The place there, in whole pixels. */
    static Fields back(Sheet.Spot at) {
        return Fields.of("x", Num.of(Math.round(at.x() / WIDER)), "y", Num.of(Math.round(at.y() / FLATTER)));
    }

    static Optional<String> name(Fields node) {
        return Look.name(designer(node).get("name"));
    }

    static Fields designer(Fields node) {
        return Look.fields(Look.fields(node, "metadata"), "designer");
    }
}
