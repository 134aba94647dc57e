package dev.tutti.scenario;

import static dev.tutti.scenario.ErrorRoutesTest.run;
import static dev.tutti.scenario.ErrorRoutesTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.engine.Result;
import dev.tutti.engine.Step;
import org.junit.jupiter.api.Test;

/** If-else, merge, count up and outputs, as they are drawn. */
class BranchesTest {

    /**
     * <pre>
     *          ┌ n > 10 ┐ 3 big   ┐
     * 1 -> 2 ──┼ n > 5  ┼ 4 medium┼ 6 merge -> 7
     *          └ else   ┘ 5 small ┘
     * </pre>
     */
    private static Drawing sizes(String merge) {
        return new Drawing()
                .webhook(1)
                .module(2, "flow:ifElse")
                .compose(3, "big")
                .compose(4, "medium")
                .compose(5, "small")
                .module(6, "flow:merge", merge)
                .compose(7, "{{6.size}} {{6.n}}")
                .line(1, 2)
                .link(2, 3)
                .only("{{1.n}}", "number:greater", "10")
                .link(2, 4)
                .only("{{1.n}}", "number:greater", "5")
                .link(2, 5)
                .fallback()
                .line(3, 6)
                .line(4, 6)
                .line(5, 6, 7);
    }

    private static final String MERGE =
            "{'outputs': [{'name': 'size', 'values': ['L {{3.value}}', 'M {{4.value}}', 'S {{5.value}}']},"
                    + " {'name': 'n', 'values': ['{{1.n}}', '{{1.n}}', '']}]}";

    @Test
    void onlyTheFirstBranchWhoseConditionHoldsIsTaken() {
        assertThat(texts(run(sizes(MERGE), "{\"n\":20}", "{\"n\":7}", "{\"n\":1}")))
                .containsExactly("big", "L big 20", "medium", "M medium 7", "small", "S small ", "SUCCESS");
    }

    @Test
    void aBranchMayEndOnItsOwn() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .module(2, "flow:ifElse")
                .compose(3, "ends")
                .compose(4, "goes on")
                .module(5, "flow:merge", "{'outputs': [{'name': 'x', 'values': ['', 'two']}]}")
                .compose(6, "{{5.x}}")
                .line(1, 2)
                .link(2, 3)
                .only("{{1.n}}", "number:greater", "10")
                .link(2, 4)
                .fallback()
                .line(4, 5, 6);

        assertThat(texts(run(drawing, "{\"n\":11}", "{\"n\":1}"))).containsExactly("ends", "goes on", "two", "SUCCESS");
    }

    @Test
    void branchesMayMeetWithoutAMerge() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .module(2, "flow:ifElse")
                .compose(3, "yes")
                .compose(4, "no")
                .compose(5, "met")
                .line(1, 2)
                .link(2, 3)
                .only("{{1.n}}", "exist", "")
                .link(2, 4)
                .fallback()
                .line(3, 5)
                .line(4, 5);

        assertThat(texts(run(drawing, "{\"n\":1}", "{}"))).containsExactly("yes", "met", "no", "met", "SUCCESS");
    }

    @Test
    void aBranchMayLeadStraightToTheMerge() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .module(2, "flow:ifElse")
                .compose(3, "yes")
                .module(4, "flow:merge", "{'outputs': [{'name': 'x', 'values': ['did', 'did not']}]}")
                .compose(5, "{{4.x}}")
                .line(1, 2)
                .link(2, 3)
                .only("{{1.n}}", "exist", "")
                .link(2, 4)
                .fallback()
                .line(3, 4, 5);

        assertThat(texts(run(drawing, "{\"n\":1}", "{}"))).containsExactly("yes", "did", "did not", "SUCCESS");
    }

    @Test
    void branchesMayLieInEachOtherAndInRouters() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .module(2, "flow:ifElse")
                .module(3, "flow:ifElse")
                .compose(4, "a")
                .compose(5, "b")
                .module(6, "flow:merge", "{'outputs': [{'name': 'x', 'values': ['{{4.value}}', '{{5.value}}']}]}")
                .compose(7, "c")
                .module(8, "flow:merge", "{'outputs': [{'name': 'y', 'values': ['in {{6.x}}', 'out {{7.value}}']}]}")
                .compose(9, "{{8.y}}")
                .line(1, 2)
                .link(2, 3)
                .only("{{1.outer}}", "exist", "")
                .link(2, 7)
                .fallback()
                .link(3, 4)
                .only("{{1.inner}}", "exist", "")
                .link(3, 5)
                .fallback()
                .line(4, 6)
                .line(5, 6, 8)
                .line(7, 8, 9);

        assertThat(texts(run(drawing, "{\"outer\":1,\"inner\":1}", "{\"outer\":1}", "{}")))
                .containsExactly("a", "in a", "b", "in b", "c", "out c", "SUCCESS");
    }

    @Test
    void countingUpBeginsAnewAsItSays() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .module(2, "tools:increment", "{'reset': 'run'}")
                .module(3, "tools:increment")
                .module(4, "tools:increment", "{'reset': 'never'}")
                .compose(5, "{{2.i}} {{3.i}}")
                .line(1, 2, 3, 4, 5);

        assertThat(ErrorRoutesTest.plan(drawing).chain().steps().subList(0, 3))
                .satisfiesExactly(
                        run -> assertThat(run).isEqualTo(new Step.Increment(2, Step.Lifetime.RUN)),
                        cycle -> assertThat(cycle).isEqualTo(new Step.Increment(3, Step.Lifetime.CYCLE)),
                        never -> assertThat(never).isInstanceOf(Step.Call.class));
        assertThat(texts(run(drawing, "{}", "{}"))).contains("1 1", "2 2");
    }

    @Test
    void whatARunReturnsIsWhatItsLastReturnSays() {
        Drawing drawing = new Drawing()
                .module(1, "scenario:start")
                .module(2, "scenario:return", "{'outputs': {'total': '{{1.a}}', 'note': 'n {{1.a}}'}}")
                .line(1, 2);

        assertThat(((Result.Ended) run(drawing, "{\"a\":1}", "{\"a\":2}").result).outputs())
                .isEqualTo(Drawing.fields("{\"total\":2,\"note\":\"n 2\"}"));
    }

    @Test
    void anAggregatorThatAModuleMakesGetsItsItemsAndTheRestOfItsSettings() {
        Drawing drawing = new Drawing()
                .webhook(1)
                .module(2, "flow:iterator", "{'array': '{{1.lines}}'}")
                .module(
                        3,
                        "csv:aggregate",
                        "{'source': 2, 'fields': [{'name': 'n', 'value': '{{2.n}}'}], 'groupBy': '{{2.kind}}',"
                                + " 'header': true}")
                .compose(4, "{{2.n}}")
                .line(1, 2, 3);

        assertThat(TestRun.of(
                                drawing.done(),
                                "{\"lines\":[{\"n\":1,\"kind\":\"a\"},{\"n\":2,\"kind\":\"a\"},{\"n\":3}]}")
                        .calls)
                .containsExactly(
                        "csv:aggregate {\"header\":true,\"items\":[{\"n\":1},{\"n\":2}]}",
                        "csv:aggregate {\"header\":true,\"items\":[{\"n\":3}]}",
                        "SUCCESS");
        assertThat(ChecksTest.codes(TestCatalogue.checks(), drawing.link(3, 4).done()))
                .containsExactly("ERROR closed-reference @4 text");
    }
}
