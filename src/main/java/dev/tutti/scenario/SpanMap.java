package dev.tutti.scenario;

import dev.tutti.connector.Structural;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The stretches that aggregators close: what lies from a source to its aggregator is gone behind it. */
final class SpanMap {

    private static final Set<Structural> AGGREGATORS = Set.of(
            Structural.ARRAY_AGGREGATOR,
            Structural.TEXT_AGGREGATOR,
            Structural.NUMERIC_AGGREGATOR,
            Structural.TABLE_AGGREGATOR,
            Structural.MADE_AGGREGATOR);

    private record Span(int source, int aggregator) {}

    private final Flow flow;
    private final List<Span> spans = new ArrayList<>();

    private SpanMap(Flow flow) {
        this.flow = flow;
    }

    static SpanMap of(Flow flow, Catalogue catalogue) {
        SpanMap map = new SpanMap(flow);
        for (Node module : flow.inOrder()) {
            if (catalogue.role(module).filter(AGGREGATORS::contains).isPresent()) {
                source(module).ifPresent(source -> {
                    if (flow.isAlwaysBefore(source, module.no())) {
                        map.spans.add(new Span(source, module.no()));
                    }
                });
            }
        }
        return map;
    }

    static boolean aggregates(Optional<Structural> role) {
        return role.filter(AGGREGATORS::contains).isPresent();
    }

    /** The number of the source module that an aggregator names. */
    static OptionalInt source(Node aggregator) {
        return number(aggregator.values().get("source"));
    }

    static OptionalInt number(Value value) {
        try {
            return switch (value) {
                case Num num -> OptionalInt.of(num.number().intValueExact());
                case Text text
                when text.text().length() < 12 ->
                    OptionalInt.of(new BigDecimal(text.text().strip()).intValueExact());
                default -> OptionalInt.empty();
            };
        } catch (ArithmeticException | NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }

    /** The aggregator, always passed before {@code reader}, that has closed over what {@code read} put out. */
    OptionalInt closed(int read, int reader) {
        return spans.stream()
                .filter(span -> flow.isAlwaysBefore(span.aggregator(), reader)
                        && (read == span.source() || flow.isBefore(span.source(), read))
                        && flow.isBefore(read, span.aggregator()))
                .mapToInt(Span::aggregator)
                .findFirst();
    }

    /** Whether a module that an aggregator names as its source lies inside what another has closed before. */
    boolean hidden(int source, int aggregator) {
        return spans.stream()
                .anyMatch(span -> source != span.source()
                        && flow.isAlwaysBefore(span.aggregator(), aggregator)
                        && flow.isBefore(span.source(), source)
                        && flow.isBefore(source, span.aggregator()));
    }
}
