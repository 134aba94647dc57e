package dev.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import dev.tutti.workspace.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What holds on every page, whatever it shows. */
final class PageCheck {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final Set<String> KEYS = new Messages().all(Locale.ENGLISH).keySet();
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z]+(?:\\.[A-Za-z0-9_-]+)+");

    /** Labels, buttons, tabs and heads of columns that are cut off, and the page itself where it is too wide. */
    private static final String CUT = """
            () => {
              const found = [];
              const page = document.documentElement;
              if (page.scrollWidth > page.clientWidth) found.push('the page: ' + page.scrollWidth);
              const seen = 'button,label,th,legend,h1,h2,h3,[role=tab],[role=button],vaadin-button,.tt-btn,.tt-chip,.tt-label,'
                + '.badge,nav a,nav span';
              for (const one of document.querySelectorAll(seen)) {
                const box = one.getBoundingClientRect();
                const heard = getComputedStyle(one).clipPath !== 'none';
                if (box.width === 0 || one.clientWidth === 0 || heard || !one.textContent.trim() || !one.checkVisibility()) continue;
                if (one.scrollWidth > one.clientWidth + 1) {
                  found.push(one.tagName + '.' + one.className + ' "' + one.textContent.trim().slice(0, 60) + '": '
                    + one.scrollWidth + ' in ' + one.clientWidth);
                }
              }
              return found;
            }
            """;

    /** Everything a person reads or hears: texts, and the names and hints that attributes carry. */
    private static final String WORDS = """
            () => [document.body.innerText, ...[...document.querySelectorAll('[aria-label],[title],[placeholder]')]
              .flatMap(one => ['aria-label', 'title', 'placeholder'].map(name => one.getAttribute(name) ?? ''))].join('\\n')
            """;

    private PageCheck() {}

    static void nothingIsCutOff(Page page, String name) {
        assertThat((List<?>) page.evaluate(CUT)).as("cut off on " + name).isEmpty();
    }

    static void noKeyIsShown(Page page, String name) {
        Set<String> shown = DOTTED.matcher((String) page.evaluate(WORDS))
                .results()
                .map(MatchResult::group)
                .filter(KEYS::contains)
                .collect(Collectors.toSet());
        assertThat(shown).as("keys shown on " + name).isEmpty();
    }

    static void everybodyCanUseIt(Page page, String name) {
        List<String> grave = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(PageCheck::words)
                        .toList();
        assertThat(grave).as("what axe finds on " + name).isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(5)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .collect(Collectors.joining("; "));
    }
}
