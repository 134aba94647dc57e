package dev.tutti.scenario;

import dev.tutti.connector.MakeNode;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Nothing;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Filters of Make, whose form ours have; only wrong spellings of operators are put right. */
final class MakeFilter {

    private static final int MOST_GROUPS = 100;

    private MakeFilter() {}

    static Optional<LinkFilter> of(Value filter, MakeTexts texts, Consumer<Message> note) {
        if (!(filter instanceof Fields fields)) {
            return Optional.empty();
        }
        return conditions(fields.get("conditions"), texts, note)
                .map(conditions -> new LinkFilter(name(fields.get("name")), conditions));
    }

    /** Empty where every bundle passes. */
    static Optional<List<List<LinkFilter.Row>>> conditions(Value conditions, MakeTexts texts, Consumer<Message> note) {
        if (!(conditions instanceof Items groups)) {
            return Optional.empty();
        }
        List<List<LinkFilter.Row>> all = new ArrayList<>();
        for (Value group : groups.items()) {
            if (group instanceof Items rows) {
                List<LinkFilter.Row> some = rows.items().stream()
                        .filter(Fields.class::isInstance)
                        .map(row -> row((Fields) row, texts, note))
                        .toList();
                if (!some.isEmpty()) {
                    all.add(some);
                }
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    static Optional<String> name(Value name) {
        String text = MakeNode.text(name).strip();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(text.substring(0, Math.min(text.length(), PartsReader.LONGEST_NAME)));
    }

    private static LinkFilter.Row row(Fields row, MakeTexts texts, Consumer<Message> note) {
        String spelled = MakeNode.text(row.get("o"));
        String operator = spelled.isEmpty() ? "exist" : spelled;
        if (!Operators.known(operator)) {
            Optional<String> meant = Operators.meant(operator);
            note.accept(
                    meant.isPresent()
                            ? Message.of("scenario.import.operator", operator, meant.get())
                            : Message.of("scenario.import.unknown-operator", operator));
            operator = meant.orElse(operator);
        }
        return new LinkFilter.Row(
                texts.in(MakeNode.text(row.get("a"))),
                operator.substring(0, Math.min(operator.length(), 60)),
                Operators.hasTwoOperands(operator) && !(row.get("b") instanceof Nothing)
                        ? Optional.of(texts.in(MakeNode.text(row.get("b"))))
                        : Optional.empty());
    }

    /** What passes both. */
    static Optional<LinkFilter> both(Optional<LinkFilter> one, Optional<LinkFilter> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        List<List<LinkFilter.Row>> all = new ArrayList<>();
        for (List<LinkFilter.Row> first : one.get().conditions()) {
            for (List<LinkFilter.Row> second : other.get().conditions()) {
                if (all.size() < MOST_GROUPS) {
                    List<LinkFilter.Row> rows = new ArrayList<>(first);
                    rows.addAll(second);
                    all.add(rows);
                }
            }
        }
        return Optional.of(new LinkFilter(one.get().name().or(() -> other.get().name()), all));
    }
}
