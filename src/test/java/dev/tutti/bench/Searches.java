package dev.tutti.bench;

import dev.tutti.testing.Caller;
import dev.tutti.testing.ChildTutti;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** How long it takes to find a run by what was said in it, among many runs. */
final class Searches {

    private static final int RUNS = Integer.getInteger("bench.runs", 100_000);
    private static final int CALLERS = 20;
    private static final int QUESTIONS = 300;
    private static final String[] NAMES = "Ada Grace Alan Edsger Barbara Donald Linus Margaret Tony Frances".split(" ");
    private static final String[] CITIES =
            "Paris Lyon Nantes Lille Rennes Bordeaux Toulouse Nice Dijon Metz".split(" ");

    private Searches() {}

    static void measure(String database, Map<String, String> environment, String[] jvm) throws Exception {
        Path folder = Files.createTempDirectory("tutti-bench");
        try (ChildTutti tutti = ChildTutti.start(folder, environment, jvm)) {
            long began = System.nanoTime();
            fill(tutti, Drawings.publish(tutti, Drawings.noted()));
            System.out.printf("%s: %,d runs made in %d s%n", database, RUNS, seconds(began));
            began = System.nanoTime();
            while (found(tutti, "customer") < RUNS) {
                TimeUnit.SECONDS.sleep(5);
            }
            System.out.printf("%s: all of them findable %d s later%n", database, seconds(began));
            ask(tutti, database);
        }
    }

    private static void fill(ChildTutti tutti, String hook) throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            String body = order(i);
            calls.add(() -> tutti.nobody().post(hook, body).status());
        }
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (var answer : callers.invokeAll(calls)) {
                if (answer.get() != 200) {
                    throw new IllegalStateException("A webhook was answered with " + answer.get());
                }
            }
        }
    }

    /** About 500 bytes; the number is in one run only, the city in a tenth of them, "customer" in all. */
    private static String order(int number) {
        Random random = new Random(number);
        String name = NAMES[random.nextInt(NAMES.length)];
        return ("{\"number\":\"FA-2026-%06d\",\"kind\":\"customer order\",\"name\":\"%s Nr%d\",\"city\":\"%s\","
                        + "\"email\":\"%s%d@example.com\",\"lines\":[{\"sku\":\"A%04d\",\"price\":%d},"
                        + "{\"sku\":\"B%04d\",\"price\":%d}],\"note\":\"Please deliver before %d o'clock\"}")
                .formatted(
                        number,
                        name,
                        random.nextInt(5_000),
                        CITIES[random.nextInt(CITIES.length)],
                        name.toLowerCase(java.util.Locale.ROOT),
                        number,
                        random.nextInt(10_000),
                        random.nextInt(1_000),
                        random.nextInt(10_000),
                        random.nextInt(1_000),
                        8 + random.nextInt(10));
    }

    private static long found(ChildTutti tutti, String words) {
        return tutti.owner()
                        .get("/api/v1/runs.csv?in=data&text=" + words)
                        .body()
                        .lines()
                        .count()
                - 1;
    }

    /** Words in one run, in some, in all, beginnings of words, several words, and none at all, in turn. */
    private static void ask(ChildTutti tutti, String database) {
        Random random = new Random(7);
        long[] micros = new long[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            String words = switch (i % 6) {
                case 0 -> "FA-2026-%06d".formatted(random.nextInt(RUNS));
                case 1 -> "nr" + random.nextInt(5_000);
                case 2 -> "customer";
                case 3 -> "A%02d".formatted(random.nextInt(100));
                case 4 -> CITIES[random.nextInt(10)] + " " + NAMES[random.nextInt(10)] + " order";
                default -> "nowhere" + i;
            };
            long began = System.nanoTime();
            Caller.Reply reply =
                    tutti.owner().get("/api/v1/runs?in=data&text=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
            micros[i] = (System.nanoTime() - began) / 1_000;
            Drawings.check(reply, 200);
        }
        Arrays.sort(micros);
        System.out.printf(
                "%s, search among %,d runs: p50 %d ms, p95 %d ms, at most %d ms%n",
                database,
                RUNS,
                micros[QUESTIONS / 2] / 1_000,
                micros[QUESTIONS * 95 / 100] / 1_000,
                micros[QUESTIONS - 1] / 1_000);
    }

    private static long seconds(long since) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
    }
}
