package dev.tutti.builtin.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.Asked;
import dev.tutti.builtin.ModuleBench;
import dev.tutti.connector.Modules;
import org.junit.jupiter.api.Test;

@ModuleBench
class MarkdownToHtmlTest {

    private final Asked html;

    MarkdownToHtmlTest(Modules modules) {
        html = new Asked(modules, "markdown:toHtml");
    }

    @Test
    void writesHeadingsListsTablesAndLinks() {
        assertThat(html.text("html", "markdown", "# Hi *Ada*\n\n- a\n- ~~b~~"))
                .isEqualTo("<h1>Hi <em>Ada</em></h1>\n<ul>\n<li>a</li>\n<li><del>b</del></li>\n</ul>\n");
        assertThat(html.text("html", "markdown", "|a|\n|-|\n|1|")).contains("<td>1</td>");
        assertThat(html.text("html", "markdown", "|a|\n|-|\n|1|", "tables", false))
                .doesNotContain("<td>");
    }

    @Test
    void leavesNoHtmlAndNoScriptInUnlessWanted() {
        String hostile = "<script>alert(1)</script>\n\n[x](javascript:alert)";
        assertThat(html.text("html", "markdown", hostile))
                .doesNotContain("<script>")
                .contains(">x</a>")
                .doesNotContain("javascript:");
        assertThat(html.text("html", "markdown", "<b>x</b>", "safe", false)).contains("<b>x</b>");
        assertThat(html.text("html", "markdown", ">".repeat(100_000) + "deep")).contains("deep");
    }
}
