package dev.tutti.expression;

import static dev.tutti.expression.FunctionSpec.Type.NUMBER;

import dev.tutti.expression.FunctionSpec.Group;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

/** Sums, means and the like, of separate numbers or of lists. */
final class StatisticsFunctions {
    static final List<Functions.Entry> ALL = List.of(
            define("average")
                    .repeats("number", NUMBER)
                    .example("average(2; 3; 5; 8)", "4.5")
                    .does(call -> mean(call, numbers(call))),
            define("sum")
                    .repeats("number", NUMBER)
                    .example("sum(1; 2)", "3")
                    .does(call -> fold(call, BigDecimal.ZERO, BigDecimal::add)),
            define("min").repeats("number", NUMBER).example("min(5; 2; 8)", "2").does(call -> ranked(numbers(call), 0)),
            define("max").repeats("number", NUMBER).example("max(5; 2; 8)", "8").does(call -> ranked(numbers(call), 1)),
            define("median")
                    .repeats("number", NUMBER)
                    .example("median(2; 3; 5; 8)", "4")
                    .does(StatisticsFunctions::median),
            define("stdevP")
                    .repeats("number", NUMBER)
                    .example("stdevP(1; 2; 3; 4; 5)", "1.4142135623730951")
                    .does(call -> deviation(call, 0)),
            define("stdevS")
                    .repeats("number", NUMBER)
                    .example("stdevS(1; 2; 3; 4; 5)", "1.5811388300841898")
                    .does(call -> deviation(call, 1)),
            define("prod")
                    .repeats("number", NUMBER)
                    .extension()
                    .example("prod(2; 3; 4)", "24")
                    .example("prod(5; 5)", "25")
                    .does(call -> fold(call, BigDecimal.ONE, BigDecimal::multiply)),
            define("sortAscNum")
                    .repeats("number", NUMBER)
                    .extension()
                    .example("sortAscNum(3; 1; 2)", "[1,2,3]")
                    .does(call -> sorted(call, Comparator.naturalOrder())),
            define("sortDescNum")
                    .repeats("number", NUMBER)
                    .extension()
                    .example("sortDescNum(3; 1; 2)", "[3,2,1]")
                    .does(call -> sorted(call, Comparator.reverseOrder())));

    private StatisticsFunctions() {}

    private static Draft define(String name) {
        return Draft.of(Group.MATH, name);
    }

    /** All arguments and the items of lists among them; empty ones do not count. */
    private static List<BigDecimal> numbers(Call call) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (int i = 0; i < call.count(); i++) {
            List<Value> values = call.value(i) instanceof Items ? call.items(i) : List.of(call.value(i));
            for (Value value : values) {
                if (!Loose.isEmpty(value)) {
                    numbers.add(call.number(value));
                }
            }
        }
        return numbers;
    }

    private static Value fold(Call call, BigDecimal start, BinaryOperator<BigDecimal> operation) {
        Num result = new Num(start);
        for (BigDecimal number : numbers(call)) {
            result = new Num(operation.apply(result.number(), number));
        }
        return result;
    }

    private static Value mean(Call call, List<BigDecimal> numbers) {
        return numbers.isEmpty()
                ? Nothing.NULL
                : call.make(total(numbers).divide(BigDecimal.valueOf(numbers.size()), Operators.PRECISION));
    }

    private static BigDecimal total(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @param at 0 for the smallest, 1 for the largest */
    private static Value ranked(List<BigDecimal> numbers, int at) {
        return numbers.stream()
                .reduce(at == 0 ? BigDecimal::min : BigDecimal::max)
                .<Value>map(Num::new)
                .orElse(Nothing.NULL);
    }

    private static Value median(Call call) {
        List<BigDecimal> sorted = numbers(call).stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Nothing.NULL;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? call.make(sorted.get(middle))
                : mean(call, List.of(sorted.get(middle - 1), sorted.get(middle)));
    }

    /** @param lost degrees of freedom: 0 for a whole population, 1 for a sample of it */
    private static Value deviation(Call call, int lost) {
        List<BigDecimal> numbers = numbers(call);
        if (numbers.size() <= lost) {
            return Nothing.NULL;
        }
        BigDecimal mean = total(numbers).divide(BigDecimal.valueOf(numbers.size()), Operators.PRECISION);
        BigDecimal squares = BigDecimal.ZERO;
        for (BigDecimal number : numbers) {
            BigDecimal distance = number.subtract(mean);
            squares = squares.add(distance.multiply(distance, MathContext.DECIMAL128), MathContext.DECIMAL128);
        }
        BigDecimal variance = squares.divide(BigDecimal.valueOf(numbers.size() - lost), MathContext.DECIMAL128);
        return Num.of(Math.sqrt(variance.doubleValue()));
    }

    private static Value sorted(Call call, Comparator<BigDecimal> order) {
        return call.make(
                numbers(call).stream().sorted(order).<Value>map(Num::new).toList());
    }
}
