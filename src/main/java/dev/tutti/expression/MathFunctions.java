package dev.tutti.expression;

import static dev.tutti.expression.FunctionSpec.Type.NUMBER;
import static dev.tutti.expression.FunctionSpec.Type.TEXT;

import dev.tutti.expression.FunctionSpec.Group;
import dev.tutti.value.Num;
import dev.tutti.value.NumberText;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Calculating. Sums and products are exact, division and means have 17 digits, roots those of a double. */
final class MathFunctions {
    private static final int MAX_EXACT_POWER = 9_999;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    static final List<Functions.Entry> ALL = List.of(
            define("abs")
                    .takes("number", NUMBER)
                    .example("abs(-5)", "5")
                    .does(call -> call.make(call.number(0).abs())),
            define("ceil")
                    .takes("number", NUMBER)
                    .example("ceil(1.2)", "2")
                    .example("ceil(4)", "4")
                    .does(call -> call.make(call.number(0).setScale(0, RoundingMode.CEILING))),
            define("floor")
                    .takes("number", NUMBER)
                    .example("floor(1.2)", "1")
                    .example("floor(1.9)", "1")
                    .example("floor(4)", "4")
                    .does(call -> call.make(call.number(0).setScale(0, RoundingMode.FLOOR))),
            define("round")
                    .takes("number", NUMBER)
                    .example("round(1.2)", "1")
                    .example("round(1.5)", "2")
                    .example("round(1.7)", "2")
                    .example("round(2)", "2")
                    .does(call -> call.make(call.number(0).add(HALF).setScale(0, RoundingMode.FLOOR))),
            define("trunc")
                    .takes("number", NUMBER)
                    .optional("decimals", NUMBER)
                    .example("trunc(3.789; 2)", "3.78")
                    .example("trunc(-3.789)", "-3")
                    .does(call -> call.make(call.number(0).setScale(decimals(call, 1), RoundingMode.DOWN))),
            define("parseNumber")
                    .takes("text", TEXT)
                    .optional("decimalSeparator", TEXT)
                    .example("parseNumber(\"1 756,456\"; \",\")", "1756.456")
                    .does(MathFunctions::parse),
            define("formatNumber")
                    .takes("number", NUMBER)
                    .takes("decimals", NUMBER)
                    .optional("decimalSeparator", TEXT)
                    .optional("thousandsSeparator", TEXT)
                    .example("formatNumber(123456789; 3; \",\"; \".\")", "\"123.456.789,000\"")
                    .does(MathFunctions::format),
            define("div")
                    .takes("number", NUMBER)
                    .repeats("divisor", NUMBER)
                    .extension()
                    .example("div(10; 2)", "5")
                    .example("div(100; 5; 4)", "5")
                    .does(call -> inTurn(call, (a, b) -> Operators.divide(call, a, b))),
            define("sub")
                    .takes("number", NUMBER)
                    .repeats("subtracted", NUMBER)
                    .extension()
                    .example("sub(10; 3; 2)", "5")
                    .example("sub(20; 5)", "15")
                    .does(call -> inTurn(call, BigDecimal::subtract)),
            define("power")
                    .takes("number", NUMBER)
                    .takes("exponent", NUMBER)
                    .extension()
                    .example("power(2; 3)", "8")
                    .example("power(4; 0.5)", "2")
                    .does(MathFunctions::power),
            define("sqrt")
                    .takes("number", NUMBER)
                    .extension()
                    .example("sqrt(9)", "3")
                    .example("sqrt(4)", "2")
                    .does(call -> real(call, Math::sqrt)),
            define("ln")
                    .takes("number", NUMBER)
                    .extension()
                    .example("ln(1)", "0")
                    .does(call -> real(call, Math::log)),
            define("log")
                    .takes("base", NUMBER)
                    .takes("number", NUMBER)
                    .extension()
                    .example("log(10; 100)", "2")
                    .example("log(2; 8)", "3")
                    .does(MathFunctions::logarithm),
            define("number")
                    .takes("text", TEXT)
                    .extension()
                    .example("number(\"3.14\")", "3.14")
                    .example("number(\"42\")", "42")
                    .does(call -> call.make(call.number(0))));

    private MathFunctions() {}

    private static Draft define(String name) {
        return Draft.of(Group.MATH, name);
    }

    private static Value inTurn(Call call, BinaryOperator<BigDecimal> operation) {
        Num result = new Num(call.number(0));
        for (int i = 1; i < call.count(); i++) {
            result = new Num(operation.apply(result.number(), call.number(i)));
        }
        return result;
    }

    private static int decimals(Call call, int at) {
        return Math.clamp(call.integer(at, 0), 0, Num.MAX_EXPONENT);
    }

    /** Spaces, apostrophes and the other of point and comma are thousands separators. */
    private static Value parse(Call call) {
        if (call.value(0) instanceof Num number) {
            return number;
        }
        String separator = call.text(1, ".");
        StringBuilder digits = new StringBuilder();
        String text = call.text(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean thousands = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\'' || c == '’';
            if (separator.indexOf(c) >= 0) {
                digits.append('.');
            } else if (!thousands && c != ',' && c != '.') {
                digits.append(c);
            }
        }
        return NumberText.parse(digits.toString())
                .orElseThrow(() -> call.halt("parseNumber", text.substring(0, Math.min(40, text.length())), separator));
    }

    private static Value format(Call call) {
        String plain =
                call.number(0).setScale(decimals(call, 1), RoundingMode.HALF_UP).toPlainString();
        boolean negative = plain.startsWith("-");
        int point = plain.indexOf('.');
        String whole = plain.substring(negative ? 1 : 0, point < 0 ? plain.length() : point);
        String thousands = call.count() > 3 ? call.text(3) : ".";
        StringBuilder out = new StringBuilder(negative ? "-" : "");
        for (int i = 0; i < whole.length(); i++) {
            out.append(i > 0 && (whole.length() - i) % 3 == 0 ? thousands : "").append(whole.charAt(i));
        }
        if (point >= 0) {
            out.append(call.text(2, ",")).append(plain, point + 1, plain.length());
        }
        return call.make(out.toString());
    }

    private static Value power(Call call) {
        BigDecimal base = call.number(0);
        BigDecimal exponent = call.number(1);
        boolean exact = exponent.signum() >= 0
                && exponent.scale() <= 0
                && exponent.compareTo(BigDecimal.valueOf(MAX_EXACT_POWER)) <= 0;
        return exact
                ? call.make(base.pow(exponent.intValueExact(), new MathContext(3 * Num.MAX_EXPONENT)))
                : result(call, Math.pow(base.doubleValue(), exponent.doubleValue()));
    }

    private static Value real(Call call, DoubleUnaryOperator operation) {
        return result(call, operation.applyAsDouble(call.number(0).doubleValue()));
    }

    private static Value logarithm(Call call) {
        double base = call.number(0).doubleValue();
        double number = call.number(1).doubleValue();
        return result(call, base == 10 ? Math.log10(number) : Math.log(number) / Math.log(base));
    }

    private static Value result(Call call, double number) {
        if (!Double.isFinite(number)) {
            throw call.halt("undefined");
        }
        return Num.of(number);
    }
}
