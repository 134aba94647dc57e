package dev.tutti.expression;

import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;

/** The operators; a run of the same one is applied from the left. */
final class Operators {
    /** Division and means: enough for any amount of money, and written like a double. */
    static final MathContext PRECISION = new MathContext(17, RoundingMode.HALF_EVEN);

    static final Map<String, Function> TABLE = Map.ofEntries(
            Map.entry("+", Operators::add),
            Map.entry("-", Operators::subtract),
            Map.entry("*", call -> arithmetic(call, BigDecimal::multiply)),
            Map.entry("/", call -> arithmetic(call, (a, b) -> divide(call, a, b))),
            Map.entry("%", call -> arithmetic(call, (a, b) -> nonZero(call, b) ? a.remainder(b) : a)),
            Map.entry("=", call -> compared(call, (a, b) -> Loose.equal(a, b, call.zone()))),
            Map.entry("!=", call -> compared(call, (a, b) -> !Loose.equal(a, b, call.zone()))),
            Map.entry("<", call -> ordered(call, order -> order < 0)),
            Map.entry(">", call -> ordered(call, order -> order > 0)),
            Map.entry("<=", call -> ordered(call, order -> order <= 0)),
            Map.entry(">=", call -> ordered(call, order -> order >= 0)),
            Map.entry("&", call -> logical(call, false)),
            Map.entry("|", call -> logical(call, true)));

    private Operators() {}

    /** Sums where no side is text, else concatenates; emptiness adds nothing to either. */
    private static Value add(Call call) {
        Value sum = call.value(0);
        for (int i = 1; i < call.count(); i++) {
            sum = sum(call, sum, call.value(i));
        }
        return sum;
    }

    private static Value sum(Call call, Value a, Value b) {
        if (a instanceof Num(BigDecimal one) && b instanceof Num(BigDecimal other)) {
            return new Num(one.add(other));
        }
        if (a instanceof Nothing && b instanceof Nothing) {
            return Nothing.NULL;
        }
        boolean numeric = !(a instanceof Text) && !(b instanceof Text);
        if (numeric && isCountable(a) && isCountable(b)) {
            return new Num(operand(call, a).add(operand(call, b)));
        }
        String left = call.written(a);
        String right = call.written(b);
        call.context().make((long) left.length() + right.length(), call.site());
        return Text.of(left.concat(right));
    }

    private static boolean isCountable(Value value) {
        return switch (value) {
            case Num _, Bool _, Moment _, Nothing _ -> true;
            case Text _, Blob _, Items _, Fields _ -> false;
        };
    }

    private static Value subtract(Call call) {
        return call.count() == 1
                ? new Num(operand(call, call.value(0)).negate())
                : arithmetic(call, BigDecimal::subtract);
    }

    private static Value arithmetic(Call call, BinaryOperator<BigDecimal> operation) {
        Num result = new Num(operand(call, call.value(0)));
        for (int i = 1; i < call.count(); i++) {
            result = new Num(operation.apply(result.number(), operand(call, call.value(i))));
        }
        return result;
    }

    /** An empty operand counts as 0, as an empty cell of a spreadsheet does. */
    private static BigDecimal operand(Call call, Value value) {
        return Loose.isEmpty(value) ? BigDecimal.ZERO : call.number(value);
    }

    static BigDecimal divide(Call call, BigDecimal a, BigDecimal b) {
        return nonZero(call, b) ? a.divide(b, PRECISION) : a;
    }

    private static boolean nonZero(Call call, BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw call.halt("zero");
        }
        return true;
    }

    private interface Comparison {
        boolean test(Value a, Value b);
    }

    private static Value compared(Call call, Comparison comparison) {
        Value left = call.value(0);
        for (int i = 1; i < call.count(); i++) {
            left = Bool.of(comparison.test(left, call.value(i)));
        }
        return left;
    }

    private static Value ordered(Call call, IntPredicate wanted) {
        return compared(
                call,
                (a, b) -> Loose.compare(a, b, call.zone()).filter(wanted::test).isPresent());
    }

    /** Stops at the first operand that decides. */
    private static Value logical(Call call, boolean deciding) {
        for (int i = 0; i < call.count(); i++) {
            if (Loose.truth(call.value(i)) == deciding) {
                return Bool.of(deciding);
            }
        }
        return Bool.of(!deciding);
    }
}
