package dev.tutti.engine;

import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** One number of many: sums are exact, means have 17 significant digits. */
final class Total {
    private static final MathContext MEAN = new MathContext(17);

    private final Gathering.Function function;
    private BigDecimal sum = BigDecimal.ZERO;
    private @Nullable BigDecimal extreme;
    private long count;

    Total(Gathering.Function function) {
        this.function = function;
    }

    /** Whether it counts bundles, whatever their values. */
    boolean countsAll() {
        return function == Gathering.Function.COUNT;
    }

    void count() {
        count++;
    }

    void add(BigDecimal number) {
        count++;
        switch (function) {
            case SUM, AVG -> sum = sum.add(number);
            case MAX -> extreme = extreme == null ? number : extreme.max(number);
            case MIN -> extreme = extreme == null ? number : extreme.min(number);
            case COUNT -> {}
        }
    }

    /** Nothing where there is no mean or extreme of no numbers. */
    Value result() {
        return switch (function) {
            case SUM -> new Num(sum);
            case COUNT -> Num.of(count);
            case AVG -> count == 0 ? Nothing.NULL : new Num(sum.divide(BigDecimal.valueOf(count), MEAN));
            case MAX, MIN -> extreme == null ? Nothing.NULL : new Num(extreme);
        };
    }
}
