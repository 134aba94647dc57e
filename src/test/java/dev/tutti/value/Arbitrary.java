package dev.tutti.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values made by chance from a seed. */
final class Arbitrary {
    private static final String[] TEXTS = {
        "", "a", "total", "élan", "👋🏽", "x".repeat(63), "y".repeat(64), "\u0000\"\\\n", "日本語"
    };

    private Arbitrary() {}

    /** What JSON can hold. */
    static Value json(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> Nothing.NULL;
            case 1 -> Bool.of(random.nextBoolean());
            case 2 -> number(random);
            case 3, 4 -> Text.of(TEXTS[random.nextInt(TEXTS.length)]);
            case 5 -> items(random, depth, false);
            default -> fields(random, depth, false);
        };
    }

    static Value any(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 10)) {
            case 0 -> Nothing.values()[random.nextInt(3)];
            case 1 -> Moment.ofMillis(random.nextLong(-8_640_000_000_000_000L, 8_640_000_000_000_000L));
            case 2 -> {
                byte[] bytes = new byte[random.nextInt(100)];
                random.nextBytes(bytes);
                yield Blob.of("file é", "x/y", bytes);
            }
            case 3 ->
                new Blob("f", "x/y", random.nextLong(Long.MAX_VALUE), new Blob.Content.Stored("s" + random.nextInt()));
            case 4 -> Text.of("half \ud83d" + random.nextInt());
            case 5, 6, 7, 8, 9 -> json(random, 0);
            case 10 -> items(random, depth, true);
            default -> fields(random, depth, true);
        };
    }

    private static Value number(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Num.of(random.nextInt(130));
            case 1 -> Num.of(random.nextLong());
            case 2 -> new Num(BigDecimal.valueOf(random.nextLong(), random.nextInt(20)));
            case 3 -> new Num(new BigDecimal(new BigInteger(1_200, random), random.nextInt(400)));
            default -> Num.of(-random.nextInt(1_000));
        };
    }

    private static Value items(Random random, int depth, boolean any) {
        List<Value> items = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            items.add(any ? any(random, depth - 1) : json(random, depth - 1));
        }
        return new Items(items);
    }

    private static Value fields(Random random, int depth, boolean any) {
        Fields.Builder fields = Fields.builder();
        for (int i = random.nextInt(25); i > 0; i--) {
            fields.put("k" + random.nextInt(40), any ? any(random, depth - 1) : json(random, depth - 1));
        }
        return fields.build();
    }
}
