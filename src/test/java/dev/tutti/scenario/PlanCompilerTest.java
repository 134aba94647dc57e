package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiled blueprints do what their drawing says. */
class PlanCompilerTest {

    @Test
    void aChainRunsForEachBundle() {
        Blueprint blueprint = new Drawing()
                .webhook(1)
                .compose(2, "Hello {{1.name}}")
                .line(1, 2)
                .done();

        assertThat(TestRun.of(blueprint, "{\"name\":\"Ada\"}", "{\"name\":\"Bob\"}").calls)
                .containsExactly("text {\"text\":\"Hello Ada\"}", "text {\"text\":\"Hello Bob\"}", "SUCCESS");
    }

    @Test
    void aFilterStopsWhatDoesNotPass() {
        Blueprint blueprint = new Drawing()
                .webhook(1)
                .compose(2, "{{1.total}}")
                .link(1, 2)
                .only("{{1.total}}", "number:greater", "500")
                .done();

        assertThat(TestRun.of(blueprint, "{\"total\":400}", "{\"total\":600}").calls)
                .containsExactly("text {\"text\":600}", "SUCCESS");
    }

    @Test
    void routesRunInTheirOrderAndTheFallbackOnlyForTheRest() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .router(2)
                .compose(3, "three {{1.n}}")
                .compose(4, "four {{1.n}}")
                .compose(5, "five {{1.n}}")
                .compose(6, "never")
                .line(1, 2);
        drawing.link(2, 3).fallback();
        drawing.link(2, 4).only("{{1.n}}", "number:greater", "1");
        drawing.link(2, 5).only("{{1.n}}", "number:greater", "2");
        drawing.link(2, 6).off();

        assertThat(TestRun.of(drawing.done(), "{\"n\":1}", "{\"n\":2}", "{\"n\":3}").calls)
                .containsExactly(
                        "text {\"text\":\"three 1\"}",
                        "text {\"text\":\"four 2\"}",
                        "text {\"text\":\"four 3\"}",
                        "text {\"text\":\"five 3\"}",
                        "SUCCESS");
    }

    @Test
    void whereRoutesMeetTheRestRunsForEachBundleThatLeavesOne() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .router(2)
                .compose(3, "a")
                .compose(4, "b")
                .compose(5, "c")
                .compose(6, "[{{3.value}}{{4.value}}]")
                .line(1, 2, 3, 6)
                .line(2, 4, 6)
                .line(2, 5);

        assertThat(TestRun.of(drawing.done(), "{}").calls)
                .containsExactly(
                        "text {\"text\":\"a\"}",
                        "text {\"text\":\"[a]\"}",
                        "text {\"text\":\"b\"}",
                        "text {\"text\":\"[b]\"}",
                        "text {\"text\":\"c\"}",
                        "SUCCESS");
    }

    @Test
    void anInnerRouteMayLeaveToTheMeetingAroundIt() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .router(2)
                .router(3)
                .compose(4, "in")
                .compose(5, "ends")
                .compose(6, "out")
                .compose(7, "met")
                .line(1, 2, 3, 4, 7)
                .line(3, 5)
                .line(2, 6, 7)
                .link(3, 7)
                .only("{{1.straight}}", "boolean:equal", "true");

        assertThat(texts(TestRun.of(drawing.done(), "{}"))).containsExactly("in", "met", "ends", "out", "met");
        assertThat(texts(TestRun.of(drawing.done(), "{\"straight\":true}")))
                .containsExactly("in", "met", "ends", "met", "out", "met");
    }

    @Test
    void iteratorsAndAggregatorsCloseTheirCircle() {
        Blueprint blueprint = new Drawing()
                .webhook(1)
                .module(2, "flow:iterator", "{'array': '{{1.lines}}'}")
                .compose(3, "{{2.name}} {{1.currency}}")
                .module(
                        4,
                        "flow:arrayAggregator",
                        "{'source': '2', 'fields': [{'name': 'label', 'value': '{{3.value}}'}, {'name': 'n', 'value': '{{2.n}}'}]}")
                .compose(5, "{{4.array}}")
                .line(1, 2, 3, 4, 5)
                .done();

        assertThat(TestRun.of(
                                blueprint,
                                "{\"currency\":\"EUR\",\"lines\":[{\"name\":\"a\",\"n\":1},{\"name\":\"b\",\"n\":2}]}")
                        .calls)
                .endsWith("text {\"text\":[{\"label\":\"a EUR\",\"n\":1},{\"label\":\"b EUR\",\"n\":2}]}", "SUCCESS");
    }

    @Test
    void theOtherAggregatorsWriteTextsNumbersAndTables() {
        Blueprint blueprint = new Drawing()
                .webhook(1)
                .module(2, "flow:iterator", "{'array': '{{1.lines}}'}")
                .module(
                        3,
                        "text:aggregator",
                        "{'source': 2, 'text': '{{2.n}}', 'separator': 'other', 'otherSeparator': ' | '}")
                .module(4, "flow:iterator", "{'array': '{{1.lines}}'}")
                .module(5, "numbers:aggregator", "{'source': 4, 'function': 'MAX', 'value': '{{4.n}}'}")
                .module(6, "flow:iterator", "{'array': '{{1.lines}}'}")
                .module(7, "table:aggregator", "{'source': 6, 'columns': ['{{6.n}}', 'x'], 'columnSeparator': 'tab'}")
                .compose(8, "{{3.text}} / {{5.result}} / {{7.text}}")
                .line(1, 2, 3, 4, 5, 6, 7, 8)
                .done();

        assertThat(texts(TestRun.of(blueprint, "{\"lines\":[{\"n\":3},{\"n\":7}]}")))
                .containsExactly("3 | 7 / 7 / 3\\tx\\n7\\tx");
    }

    @Test
    void variablesAreSetAndReadAcrossRoutes() {
        Blueprint blueprint = new Drawing()
                .webhook(1)
                .router(2)
                .module(3, "tools:setVariable", "{'name': 'who', 'value': '{{1.name}}'}")
                .module(
                        4,
                        "tools:setVariables",
                        "{'variables': [{'name': 'a', 'value': '1'}, {'name': 'b', 'value': '2'}], 'scope': 'run'}")
                .module(5, "tools:getVariable", "{'name': 'who'}")
                .module(6, "tools:getVariables", "{'variables': ['a', 'b']}")
                .compose(7, "{{5.who}} {{6.a}}{{6.b}}")
                .line(1, 2, 3, 4)
                .line(2, 5, 6, 7)
                .done();

        assertThat(texts(TestRun.of(blueprint, "{\"name\":\"Ada\"}"))).containsExactly("Ada 12");
    }

    @Test
    void whatIsDisabledLetsBundlesThrough() {
        Blueprint blueprint = new Drawing()
                .webhook(1)
                .module(2, "flow:iterator", "{'array': '{{1.lines}}'}")
                .disabled()
                .module(3, "inert:shop:buy", "{'make': {'mapper': {'x': '{{9.broken'}}}")
                .disabled()
                .compose(4, "{{1.a}}")
                .line(1, 2, 3, 4)
                .done();

        assertThat(texts(TestRun.of(blueprint, "{\"a\":\"through\",\"lines\":[1,2,3]}")))
                .containsExactly("through");
    }

    @Test
    void withoutATriggerTheFirstModuleRunsOnce() {
        assertThat(texts(TestRun.of(new Drawing().compose(1, "by hand").done(), "{}")))
                .containsExactly("by hand");
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    /**
     * Any drawing of nested routers and meetings compiles, and each module runs as often as there are ways to it: what
     * the engine does is compared with counting the ways in the graph.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void anyNestedDrawingRunsAlongAllItsWays(int seed) {
        Blueprint blueprint = new Nesting(new Random(seed)).drawing().done();
        assertThat(TestCatalogue.checks().check(blueprint).stream().filter(Problem::isError))
                .isEmpty();

        List<String> expected = new ArrayList<>();
        blueprint.modules().stream()
                .filter(module -> module.module().equals("tools:compose"))
                .forEach(module -> {
                    for (long i = 0; i < ways(blueprint, module.no()); i++) {
                        expected.add(Integer.toString(module.no()));
                    }
                });
        assertThat(texts(TestRun.of(blueprint, "{}"))).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static long ways(Blueprint blueprint, int no) {
        return no == 1
                ? 1
                : blueprint.links().stream()
                        .filter(link -> link.to() == no)
                        .mapToLong(link -> ways(blueprint, link.from()))
                        .sum();
    }

    /** Draws modules and routers that lie in each other, whose routes meet again or end. */
    private static final class Nesting {
        private final Random random;
        private final Drawing drawing = new Drawing().webhook(1);
        private int last = 1;

        Nesting(Random random) {
            this.random = random;
        }

        Drawing drawing() {
            stretch(List.of(1), 4);
            return drawing;
        }

        /** Draws behind all of these ends; returns the ends it leaves open. */
        private List<Integer> stretch(List<Integer> ends, int depth) {
            List<Integer> open = ends;
            int length = 1 + random.nextInt(3);
            for (int i = 0; i < length; i++) {
                int no = ++last;
                boolean router = depth > 0 && random.nextInt(3) == 0;
                if (router) {
                    drawing.router(no);
                } else {
                    drawing.compose(no, Integer.toString(no));
                }
                open.forEach(end -> drawing.link(end, no));
                open = List.of(no);
                if (router) {
                    List<Integer> met = new ArrayList<>();
                    int routes = 1 + random.nextInt(3);
                    for (int r = 0; r < routes; r++) {
                        List<Integer> leaving = stretch(List.of(no), depth - 1);
                        if (random.nextInt(3) > 0) {
                            met.addAll(leaving);
                        }
                    }
                    if (met.isEmpty()) {
                        return List.of();
                    }
                    open = met;
                }
            }
            return open;
        }
    }

    private static List<String> texts(TestRun run) {
        assertThat(run.calls.getLast()).isEqualTo("SUCCESS");
        return run.calls.stream()
                .filter(call -> call.startsWith("text "))
                .map(call -> call.substring("text {\"text\":".length(), call.length() - 1)
                        .replaceAll("^\"|\"$", ""))
                .toList();
    }
}
