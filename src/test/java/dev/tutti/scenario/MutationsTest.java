package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.scenario.make.MakeExport;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with something torn out, put in, or exchanged: a report or a refusal, never an exception, never half of it. */
class MutationsTest {

    private static final List<Value> STRANGE = List.of(
            Nothing.NULL,
            Bool.TRUE,
            Num.of(-1),
            Num.of("1e300"),
            Num.of(99_999),
            Text.EMPTY,
            Text.of("{{1.a"),
            Text.of("{{999999999999.x}} {{`"),
            Text.of("x".repeat(3_000)),
            Items.EMPTY,
            Items.of(Items.of(Items.of(Num.of(1)))),
            Fields.EMPTY,
            Fields.of("__proto__", Fields.of("flow", Items.EMPTY), "constructor", Text.of("x")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "make/everything",
                "make/if-else-merge",
                "make/unknown-apps",
                "make/fallback-routes",
                "make/filters",
                "make/lines-to-table",
                "make/api-wrapper",
                "make/fragment",
                "make/hostile-numbers",
                "n8n/orders",
                "n8n/items"
            })
    void ofAnyKindAreReportedOrRefused(String name) {
        Random random = new Random(name.hashCode());
        String text = new String(Takeover.bytes(name), StandardCharsets.UTF_8);
        Fields whole = Takeover.json(name);
        for (int i = 0; i < 60; i++) {
            tried(torn(text, random));
            tried(Json.write(exchanged(whole, random, 0.5 + random.nextDouble() * 5)));
        }
    }

    /** Whatever was understood can be stored, read again, drawn and given back. */
    private static void tried(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        if (Takeover.refused(bytes).isPresent()) {
            return;
        }
        Takeover taken = Takeover.of(bytes);
        assertThat(BlueprintJson.read(BlueprintJson.write(taken.blueprint())))
                .isEqualTo(new BlueprintJson.Read(taken.blueprint()));
        if (new MakeExport(TestCatalogue.MODULES).write("x", taken.blueprint())
                instanceof MakeExport.Written(Fields file, var _)) {
            assertThat(Takeover.refused(Json.bytes(file))).as(json).isEmpty();
        }
    }

    private static String torn(String text, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(60));
        String put = switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "\"";
            case 2 -> "7,]";
            default -> text.substring(0, Math.min(200, from));
        };
        return text.substring(0, from) + put + text.substring(to);
    }

    /** About {@code often} of a thousand values are exchanged for strange ones, or for one of their neighbours. */
    private static Value exchanged(Value value, Random random, double often) {
        if (random.nextDouble() * 100 < often) {
            return STRANGE.get(random.nextInt(STRANGE.size()));
        }
        return switch (value) {
            case Fields fields -> {
                Fields.Builder changed = Fields.builder();
                fields.fields().forEach((key, part) -> changed.put(key, exchanged(part, random, often)));
                yield changed.build();
            }
            case Items(List<Value> items) -> {
                List<Value> changed = new ArrayList<>();
                for (Value item : items) {
                    changed.add(exchanged(item, random, often));
                    if (random.nextDouble() * 100 < often) {
                        changed.add(items.get(random.nextInt(items.size())));
                    }
                }
                yield new Items(changed);
            }
            default -> value;
        };
    }
}
