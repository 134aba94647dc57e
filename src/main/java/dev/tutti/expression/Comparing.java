package dev.tutti.expression;

import dev.tutti.value.Bool;
import dev.tutti.value.Coercion;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** The operators of filters: {@code type:comparison}, text and lists also with {@code :ci} for any case. */
final class Comparing {
    private static final List<String> ORDERED =
            List.of("equal", "notequal", "greater", "less", "greaterorequal", "lessorequal");

    /** Spellings seen in the wild. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("exists", "exist"),
            Map.entry("notexists", "notexist"),
            Map.entry("text:startswith", "text:startwith"),
            Map.entry("text:endswith", "text:endwith"),
            Map.entry("text:notstartswith", "text:notstartwith"),
            Map.entry("text:notendswith", "text:notendwith"),
            Map.entry("text:contains", "text:contain"),
            Map.entry("text:notcontains", "text:notcontain"),
            Map.entry("text:equals", "text:equal"),
            Map.entry("text:notequals", "text:notequal"),
            Map.entry("text:matches", "text:pattern"),
            Map.entry("array:contains", "array:contain"),
            Map.entry("array:notcontains", "array:notcontain"),
            Map.entry("date:before", "date:less"),
            Map.entry("date:after", "date:greater"),
            Map.entry("number:equals", "number:equal"),
            Map.entry("number:gt", "number:greater"),
            Map.entry("number:lt", "number:less"),
            Map.entry("number:gte", "number:greaterorequal"),
            Map.entry("number:lte", "number:lessorequal"),
            Map.entry("number:greater_or_equal", "number:greaterorequal"),
            Map.entry("number:less_or_equal", "number:lessorequal"),
            Map.entry("boolean:equals", "boolean:equal"));

    private static final Map<String, Operator> TABLE = table();

    private Comparing() {}

    sealed interface Outcome {}

    record Decided(boolean passed) implements Outcome {}

    /** The operands do not fit. */
    record Unfit(Message why) implements Outcome {}

    interface Operator {
        Outcome compare(Value a, Value b, Scope scope);
    }

    /** The operators by name, without the aliases. */
    static List<String> names() {
        return TABLE.keySet().stream().sorted().toList();
    }

    static Optional<Operator> find(String name, List<Problem> problems) {
        boolean ci = name.endsWith(":ci");
        String plain = ci ? name.substring(0, name.length() - 3) : name;
        String alias = ALIASES.get(plain);
        String meant = alias == null ? name : alias + (ci ? ":ci" : "");
        Operator operator = TABLE.get(meant);
        if (operator == null) {
            Problem unknown = Problem.error("operator", 0, 0, name);
            problems.add(Suggestion.closest(name, TABLE.keySet())
                    .map(closest -> unknown.advise("meant", closest))
                    .orElse(unknown));
        } else if (alias != null) {
            problems.add(Problem.warning("alias", 0, 0, name, meant));
        }
        return Optional.ofNullable(operator);
    }

    private static Map<String, Operator> table() {
        Map<String, Operator> table = new HashMap<>();
        table.put("exist", (a, b, scope) -> new Decided(exists(a)));
        table.put("notexist", (a, b, scope) -> new Decided(!exists(a)));
        texts(table, "equal", String::equals);
        texts(table, "contain", String::contains);
        texts(table, "startwith", String::startsWith);
        texts(table, "endwith", String::endsWith);
        for (boolean ci : new boolean[] {false, true}) {
            String suffix = ci ? ":ci" : "";
            table.put("text:pattern" + suffix, (a, b, scope) -> pattern(a, b, scope, ci, true));
            table.put("text:notpattern" + suffix, (a, b, scope) -> pattern(a, b, scope, ci, false));
            table.put("array:contain" + suffix, (a, b, scope) -> new Decided(holds(a, b, scope, ci)));
            table.put("array:notcontain" + suffix, (a, b, scope) -> new Decided(!holds(a, b, scope, ci)));
        }
        for (String comparison : ORDERED) {
            table.put("number:" + comparison, ordered(comparison, Coercion::toNumber, Comparing::numbers));
            table.put("date:" + comparison, ordered(comparison, Coercion::toMoment, Comparing::moments));
            table.put("time:" + comparison, ordered(comparison, Coercion::toTime, Comparing::texts));
            table.put("semver:" + comparison, ordered(comparison, Versions::coerced, Versions::compare));
            table.put("array:" + comparison, lengths(comparison));
        }
        table.put("boolean:equal", (a, b, scope) -> new Decided(yes(a, scope) == yes(b, scope)));
        table.put("boolean:notequal", (a, b, scope) -> new Decided(yes(a, scope) != yes(b, scope)));
        return Map.copyOf(table);
    }

    /** The empty text is nothing; the empty list is something. */
    private static boolean exists(Value value) {
        return !Loose.isEmpty(value);
    }

    private static void texts(Map<String, Operator> table, String name, BiPredicate<String, String> test) {
        for (boolean ci : new boolean[] {false, true}) {
            String suffix = ci ? ":ci" : "";
            table.put("text:" + name + suffix, text(test, ci, true));
            table.put("text:not" + name + suffix, text(test, ci, false));
        }
    }

    private static Operator text(BiPredicate<String, String> test, boolean ci, boolean wanted) {
        return (a, b, scope) -> {
            Coercion left = text(a, scope);
            Coercion right = text(b, scope);
            if (left instanceof Coercion.Ok(Text(String one)) && right instanceof Coercion.Ok(Text(String other))) {
                return new Decided(test.test(folded(one, ci), folded(other, ci)) == wanted);
            }
            return unfit(left, right);
        };
    }

    /** Nothing is the empty text here. */
    private static Coercion text(Value value, Scope scope) {
        return value instanceof Nothing ? new Coercion.Ok(Text.EMPTY) : Coercion.toText(value, scope.zone());
    }

    private static String folded(String text, boolean ci) {
        return ci ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static Outcome pattern(Value a, Value b, Scope scope, boolean ci, boolean wanted) {
        Coercion left = text(a, scope);
        Coercion right = text(b, scope);
        if (!(left instanceof Coercion.Ok(Text(String text)))
                || !(right instanceof Coercion.Ok(Text(String pattern)))) {
            return unfit(left, right);
        }
        Site site = new Site("", 0, 0);
        try {
            Regex regex = Regex.compile(pattern, ci ? "i" : "", site);
            return new Decided(regex.find(text, new Context(scope), site) == wanted);
        } catch (Halt refused) {
            return new Unfit(refused.error().said());
        }
    }

    private static boolean holds(Value a, Value b, Scope scope, boolean ci) {
        List<Value> items = new ArrayList<>(list(a));
        return items.stream().anyMatch(item -> {
            if (!ci) {
                return Loose.equal(item, b, scope.zone());
            }
            return text(item, scope) instanceof Coercion.Ok(Text(String one))
                    && text(b, scope) instanceof Coercion.Ok(Text(String other))
                    && one.equalsIgnoreCase(other);
        });
    }

    private static List<Value> list(Value value) {
        return value instanceof Items(List<Value> items)
                ? items
                : value instanceof Nothing ? List.of() : List.of(value);
    }

    private static Operator ordered(
            String comparison, BiFunction<Value, ZoneId, Coercion> coerce, Comparator<Value> order) {
        return (a, b, scope) -> {
            Coercion left = coerce.apply(a, scope.zone());
            Coercion right = coerce.apply(b, scope.zone());
            if (left instanceof Coercion.Ok(Value one) && right instanceof Coercion.Ok(Value other)) {
                return new Decided(satisfies(comparison, order.compare(one, other)));
            }
            return unfit(left, right);
        };
    }

    /** How many items, against a number. */
    private static Operator lengths(String comparison) {
        return (a, b, scope) -> {
            Coercion right = Coercion.toNumber(b, scope.zone());
            if (right instanceof Coercion.Ok(Value wanted)) {
                Num length = Num.of(list(a).size());
                return new Decided(satisfies(comparison, numbers(length, wanted)));
            }
            return unfit(right, right);
        };
    }

    private static boolean satisfies(String comparison, int order) {
        return switch (comparison) {
            case "equal" -> order == 0;
            case "notequal" -> order != 0;
            case "greater" -> order > 0;
            case "less" -> order < 0;
            case "greaterorequal" -> order >= 0;
            case "lessorequal" -> order <= 0;
            default -> throw new IllegalStateException(comparison);
        };
    }

    private static int numbers(Value a, Value b) {
        return ((Num) a).number().compareTo(((Num) b).number());
    }

    private static int moments(Value a, Value b) {
        return ((Moment) a).instant().compareTo(((Moment) b).instant());
    }

    private static int texts(Value a, Value b) {
        return ((Text) a).text().compareTo(((Text) b).text());
    }

    private static boolean yes(Value value, Scope scope) {
        return Coercion.toBool(value, scope.zone()) instanceof Coercion.Ok(Bool bool) && bool.value();
    }

    private static Outcome unfit(Coercion left, Coercion right) {
        return left instanceof Coercion.Refused(Message said)
                ? new Unfit(said)
                : right instanceof Coercion.Refused(Message other)
                        ? new Unfit(other)
                        : new Unfit(Message.of("expression.filter.broken"));
    }
}
