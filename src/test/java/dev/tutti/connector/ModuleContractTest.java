package dev.tutti.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.Owner;
import dev.tutti.builtin.TestCall;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Connections;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every module keeps, whoever wrote it. */
@ModuleBench
class ModuleContractTest {

    private static final String SECRET = "s3cret-that-nobody-sees";

    private static final List<Value> GARBAGE = List.of(
            Nothing.NULL,
            Nothing.IGNORE,
            Nothing.ERASE,
            new Text(""),
            new Text("\u0000\r\n{{1.a}}<script>"),
            new Text("x".repeat(70_000)),
            Num.of(-1),
            Num.of("1" + "0".repeat(300)),
            Bool.TRUE,
            new Moment(Instant.EPOCH),
            Blob.of("a.bin", Blob.BINARY, new byte[] {0, 1, 2}),
            Items.EMPTY,
            Items.of(Nothing.NULL, new Text("a"), Items.of(Num.ZERO), Fields.of("name", Items.EMPTY)),
            Fields.EMPTY,
            Fields.of("name", Nothing.NULL, "value", Fields.of("a", Num.ZERO)));

    private final Modules modules;
    private final Connections connections;

    ModuleContractTest(Modules modules, Connections connections, Owner owner) {
        this.modules = modules;
        this.connections = connections;
        owner.signIn();
    }

    @TestFactory
    Stream<DynamicTest> hasEveryTextInBothLanguages() {
        return each(spec -> {
            assertThat(SpecCheck.mistakes(spec)).isEmpty();
            Words words = Words.of(spec);
            assertThat(words.help(Locale.ENGLISH))
                    .as("one or two sentences")
                    .hasSizeBetween(20, 260)
                    .endsWith(".");
            assertThat(words.help(Locale.FRENCH))
                    .as("one or two sentences")
                    .hasSizeBetween(20, 320)
                    .endsWith(".");
            assertThat(words.help(Locale.FRENCH)).isNotEqualTo(words.help(Locale.ENGLISH));
            assertThat(words.keywords()).hasSizeGreaterThanOrEqualTo(2);
        });
    }

    @TestFactory
    Stream<DynamicTest> showsAnExampleOfWhatItsOutputsSay() {
        return each(spec -> {
            assertThat(spec.outputs().isEmpty() && !spec.open())
                    .as("an example exists if and only if something comes out")
                    .isEqualTo(spec.example().isEmpty());
            Map<String, FieldType> types = new HashMap<>();
            spec.outputs().forEach(output -> types.put(output.key(), output.type()));
            spec.example().fields().forEach((key, value) -> {
                assertThat(types.containsKey(key) || spec.open())
                        .as("%s of the example is an output", key)
                        .isTrue();
                if (types.containsKey(key)) {
                    assertThat(fits(types.get(key), value))
                            .as("type of %s", key)
                            .isTrue();
                }
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> translatesAMinimalNodeOfMake() {
        return each(spec -> spec.make()
                .forEach(equivalent -> equivalent.names().forEach(name -> {
                    MakeNode empty = new MakeNode(7, name, 1, Fields.EMPTY, Fields.EMPTY, Fields.EMPTY, Fields.EMPTY);
                    MakeTranslation translation = equivalent.translate(empty);
                    List<String> keys = spec.fields().stream().map(Field::key).toList();
                    assertThat(keys).containsAll(translation.values().fields().keySet());
                    assertThat(translation.grade() == MakeTranslation.Grade.EXACT)
                            .isEqualTo(translation.notes().isEmpty());
                    Stream.concat(translation.notes().stream(), translation.todo().stream())
                            .forEach(note -> {
                                assertThat(note.in(Locale.ENGLISH)).isNotEqualTo(note.key());
                                assertThat(note.in(Locale.FRENCH)).isNotEqualTo(note.in(Locale.ENGLISH));
                            });
                    GARBAGE.forEach(value -> assertThatCode(() -> equivalent.translate(stuffed(name, spec, value)))
                            .doesNotThrowAnyException());
                })));
    }

    @TestFactory
    Stream<DynamicTest> knowsItsEffectWhateverTheInput() {
        return each(spec ->
                GARBAGE.forEach(value -> assertThat(modules.effect(spec.ref(), spec.version(), stuffed(spec, value)))
                        .isNotNull()));
    }

    @TestFactory
    Stream<DynamicTest> knowsItsOutputsWhateverTheSettings() {
        return each(spec -> GARBAGE.forEach(value ->
                assertThat(modules.outputs(spec.ref(), stuffed(spec, value))).isNotNull()));
    }

    @TestFactory
    Stream<DynamicTest> failsAsAnAnswerWhenItsInputIsGarbage() {
        return called(spec -> GARBAGE.forEach(value -> {
            Outcome outcome = call(spec, stuffed(spec, value));
            assertThat(outcome).isNotNull();
            if (outcome instanceof Outcome.Failed(var failure)) {
                assertThat(failure.kind())
                        .as("%s with %s is a bug: %s", spec.ref(), value, failure)
                        .isNotEqualTo(Failure.Kind.UNEXPECTED);
                assertThat(failure.message()).doesNotStartWith("builtin.").doesNotContain(SECRET);
                assertThat(failure.advice().orElse("")).doesNotStartWith("builtin.");
                assertThat(failure.detail().orElse("")).doesNotContain(SECRET);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> saysWhichRequiredFieldIsEmpty() {
        return called(spec -> spec.fields().stream()
                .filter(field -> field.required()
                        && field.defaultValue() == null
                        && field.showIf().isEmpty())
                .findFirst()
                .ifPresent(field -> {
                    Outcome.Failed failed = (Outcome.Failed) call(spec, Fields.EMPTY);
                    assertThat(failed.failure().kind().type()).isEqualTo("BundleValidationError");
                    assertThat(failed.failure().message())
                            .contains(Words.of(spec).label(field.key(), Locale.ENGLISH));
                    assertThat(failed.failure().detail()).contains(field.key());
                }));
    }

    private Outcome call(ModuleSpec spec, Fields input) {
        TestCall call = TestCall.once();
        TestCall with = spec.connectionTypes().isEmpty()
                ? call
                : call.with(connection(spec.connectionTypes().iterator().next()));
        return with.settle(modules.call(spec.ref(), spec.version(), input, with));
    }

    private String connection(String type) {
        Map<String, String> fields = switch (type) {
            case "apiKey" -> Map.of("place", "header", "name", "X-Key", "value", SECRET);
            case "basic" -> Map.of("user", "ada", "password", SECRET);
            case "bearer" -> Map.of("token", SECRET);
            case "key" -> Map.of("value", SECRET);
            case "database" ->
                Map.of(
                        "product", "postgresql",
                        "host", "127.0.0.1",
                        "port", "9",
                        "database", "shop",
                        "user", "ada",
                        "password", SECRET,
                        "encryption", "none");
            case "fileServer" ->
                Map.of("protocol", "sftp", "host", "127.0.0.1", "port", "9", "user", "ada", "password", SECRET);
            case "oauth2" ->
                Map.of(
                        "grant",
                        "client_credentials",
                        "tokenUrl",
                        "http://127.0.0.1:9/token",
                        "clientId",
                        "ada",
                        "secret",
                        SECRET);
            default ->
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        "9",
                        "security",
                        "none",
                        "from",
                        "a@example.com",
                        "user",
                        "ada",
                        "password",
                        SECRET);
        };
        var stored = connections.create("Test", ConnectionType.of(type).orElseThrow(), fields);
        return ((Connections.Storage.Stored) stored).connection().id().toString();
    }

    private static Fields stuffed(ModuleSpec spec, Value value) {
        Fields.Builder input = Fields.builder();
        spec.fields().forEach(field -> input.put(field.key(), value));
        return input.build();
    }

    private static MakeNode stuffed(String name, ModuleSpec spec, Value value) {
        Fields.Builder settings = Fields.builder();
        Stream.of(
                        "url",
                        "method",
                        "headers",
                        "qs",
                        "bodyType",
                        "formFields",
                        "data",
                        "feeder",
                        "value",
                        "variables",
                        "contentType",
                        "to",
                        "attachments",
                        "filter",
                        "sort",
                        "rowSeparator",
                        "scope",
                        "hook",
                        "json")
                .forEach(key -> settings.put(key, value));
        Fields all = settings.build();
        return new MakeNode(7, name, 1, all, all, all, all);
    }

    private static boolean fits(FieldType type, Value value) {
        return switch (type) {
            case TEXT, SELECT, WEBHOOK, DATASTORE, STRUCTURE, SCENARIO -> value instanceof Text;
            case NUMBER, DURATION, MODULE -> value instanceof Num;
            case BOOLEAN -> value instanceof Bool;
            case DATE -> value instanceof Moment;
            case COLLECTION -> value instanceof Fields;
            case ARRAY, KEYVALUE -> value instanceof Items;
            case FILE -> value instanceof Blob;
            case ANY, JSON, FILTER, SCHEDULE -> true;
        };
    }

    private Stream<DynamicTest> called(Consumer<ModuleSpec> check) {
        return modules.all().stream()
                .filter(spec -> spec.structural().isEmpty() && spec.kind() != Kind.TRIGGER)
                .map(spec -> DynamicTest.dynamicTest(spec.ref(), () -> check.accept(spec)));
    }

    private Stream<DynamicTest> each(Consumer<ModuleSpec> check) {
        return modules.all().stream().map(spec -> DynamicTest.dynamicTest(spec.ref(), () -> check.accept(spec)));
    }
}
