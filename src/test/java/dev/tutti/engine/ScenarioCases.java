package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Scenarios as people would tell them: each file under {@code engine/cases} holds cases with a plan, what came in, and
 * what the modules were called with and how the run ended, perhaps in several stages with a wait between.
 */
class ScenarioCases {

    @TestFactory
    Stream<DynamicTest> eachCaseDoesWhatItSays() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ScenarioCases.class.getResource("/engine/cases"))
                .toURI());
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(in)) {
                        @SuppressWarnings("unchecked")
                        Map<String, ?> found = (Map<String, ?>) document;
                        tests.add(DynamicTest.dynamicTest(
                                file.getFileName() + ": " + found.get("case"), () -> check(found)));
                    }
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(40);
        return tests.stream();
    }

    private static void check(Map<String, ?> told) {
        new ScenarioCase(told).check();
    }

    /** Such as {@code success 3} or {@code error 2 at 3#0 DataError: no}; the number is that of the operations. */
    static String words(Result result) {
        return switch (result) {
            case Result.Ended ended ->
                (ended.status().name().toLowerCase(java.util.Locale.ROOT) + " " + ended.operations())
                        + ended.fault().map(ScenarioCases::words).orElse("")
                        + String.join(
                                "",
                                ended.incomplete().stream()
                                        .map(broken -> words(broken.fault()))
                                        .toList());
            case Result.Incomplete stopped ->
                "incomplete " + stopped.operations() + words(stopped.fault())
                        + String.join(
                                "",
                                stopped.incomplete().stream()
                                        .map(broken -> words(broken.fault()))
                                        .toList());
            case Result.Suspended suspended -> "suspended " + suspended.operations() + " at " + suspended.at();
            case Result.Interrupted cut -> "interrupted " + cut.operations() + words(cut.fault());
        };
    }

    private static String words(Result.Fault fault) {
        return " at " + fault.at() + " " + fault.failure().kind().type() + ": "
                + fault.failure().message();
    }

    static String words(MemoryJournal.Line line) {
        return line.at() + " "
                + switch (line.entry()) {
                    case Entry.Emitted emitted ->
                        "emitted "
                                + String.join(
                                        " ",
                                        emitted.bundles().stream()
                                                .map(Json::write)
                                                .toList());
                    case Entry.Failed failed ->
                        "failed " + failed.failure().kind().type();
                    case Entry.Suspended _ -> "suspended";
                    case Entry.Retrying retrying ->
                        "failed " + retrying.failure().kind().type() + ", again at " + retrying.again();
                    case Entry.Drawn drawn -> "drew " + Json.write(drawn.value());
                    case Entry.Filtered filtered ->
                        filtered.from() + ">" + filtered.to() + (filtered.passed() ? " passed" : " rejected");
                    case Entry.Iterated iterated -> "iterated " + iterated.bundles();
                    case Entry.Routed routed -> "routed " + routed.routes();
                    case Entry.Handled handled ->
                        "handled " + handled.directive().getClass().getSimpleName();
                };
    }
}
