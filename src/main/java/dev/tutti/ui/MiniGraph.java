package dev.tutti.ui;

import com.vaadin.flow.component.Svg;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Modules;
import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.Link;
import dev.tutti.scenario.Node;
import dev.tutti.scenario.Position;
import java.util.IntSummaryStatistics;
import java.util.Locale;

/** A scenario seen from afar: its capsules and links where they are on the canvas. */
class MiniGraph extends Svg {

    /** The disc of a module that is not in the catalogue. */
    static final String UNKNOWN = "#465350";

    private static final int WIDTH = 232;
    private static final int HEIGHT = 72;
    private static final int SHOWN_WIDTH = 1000;
    private static final int SHOWN_HEIGHT = 260;

    MiniGraph(Blueprint blueprint, Modules modules) {
        super(draw(blueprint, modules));
        addClassName("mini-graph");
        getElement().setAttribute("aria-hidden", "true");
    }

    private static String draw(Blueprint blueprint, Modules modules) {
        IntSummaryStatistics xs =
                blueprint.modules().stream().mapToInt(node -> node.at().x()).summaryStatistics();
        IntSummaryStatistics ys =
                blueprint.modules().stream().mapToInt(node -> node.at().y()).summaryStatistics();
        boolean nothing = blueprint.modules().isEmpty();
        int left = nothing ? 0 : xs.getMin();
        int top = nothing ? 0 : ys.getMin();
        int width = Math.max(SHOWN_WIDTH, nothing ? 0 : xs.getMax() - left + WIDTH);
        int height = Math.max(SHOWN_HEIGHT, nothing ? 0 : ys.getMax() - top + HEIGHT);
        int x = left - (width - (nothing ? width : xs.getMax() - left + WIDTH)) / 2;
        int y = top - (height - (nothing ? height : ys.getMax() - top + HEIGHT)) / 2;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"%d %d %d %d\" preserveAspectRatio=\"xMidYMid meet\">",
                x,
                y,
                width,
                height));
        for (Link link : blueprint.links()) {
            blueprint
                    .module(link.from())
                    .ifPresent(from ->
                            blueprint.module(link.to()).ifPresent(to -> svg.append(curve(from.at(), to.at()))));
        }
        for (Node node : blueprint.modules()) {
            String tint = modules.find(node.module()).map(ModuleSpec::tint).orElse(UNKNOWN);
            svg.append(capsule(node.at(), tint));
        }
        return svg.append("</svg>").toString();
    }

    private static String curve(Position from, Position to) {
        int x1 = from.x() + WIDTH;
        int y1 = from.y() + HEIGHT / 2;
        int x2 = to.x();
        int y2 = to.y() + HEIGHT / 2;
        int bend = Math.max(40, Math.abs(x2 - x1) / 2);
        return "<path class=\"mini-link\" d=\"M%d %dC%d %d %d %d %d %d\"/>"
                .formatted(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
    }

    private static String capsule(Position at, String tint) {
        return "<rect class=\"mini-capsule\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"36\"/>"
                        .formatted(at.x(), at.y(), WIDTH, HEIGHT)
                + "<circle cx=\"%d\" cy=\"%d\" r=\"26\" fill=\"%s\"/>".formatted(at.x() + 36, at.y() + 36, tint)
                + "<rect class=\"mini-words\" x=\"%d\" y=\"%d\" width=\"112\" height=\"14\" rx=\"7\"/>"
                        .formatted(at.x() + 76, at.y() + 29);
    }
}
