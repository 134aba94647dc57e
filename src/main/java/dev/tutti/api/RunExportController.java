package dev.tutti.api;

import dev.tutti.run.RunPage;
import dev.tutti.run.RunSearch;
import dev.tutti.run.Runs;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.Messages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of runs as a table for spreadsheets. */
@RestController
class RunExportController {

    private static final int AT_A_TIME = 200;
    private static final int MOST = 100_000;

    /** Tells spreadsheets that this is UTF-8. */
    private static final char BYTE_ORDER = '\uFEFF';

    private final Runs runs;
    private final RunSearch search;
    private final RunViews views;
    private final Messages messages;

    RunExportController(Runs runs, RunSearch search, RunViews views, Messages messages) {
        this.runs = runs;
        this.search = search;
        this.views = views;
        this.messages = messages;
    }

    /**
     * The same runs as the list, newest first, at most 100,000, as CSV. `separator=semicolon` is for spreadsheets that
     * write decimals with a comma.
     */
    @GetMapping(value = "/api/v1/runs.csv", produces = "text/csv")
    @Allowed(Action.RUN_READ)
    void export(
            @RequestParam(required = false) @Nullable String scenario,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String in,
            @RequestParam(defaultValue = "comma") String separator,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        RunsAsked asked = new RunsAsked(scenario, status, from, to, text, in);
        // The first page is asked for before anything is written, so that a wrong question gets its own answer.
        RunPage page = asked.page(runs, search, null, AT_A_TIME);
        RunTable table = new RunTable(separator.equals("semicolon") ? ';' : ',', messages, locale);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"runs.csv\"");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write(BYTE_ORDER + table.head());
            for (int written = 0; ; written += page.items().size()) {
                for (var run : page.items()) {
                    out.write(table.line(views.view(run, locale)));
                }
                if (page.next().isEmpty() || written >= MOST) {
                    return;
                }
                page = asked.page(runs, search, page.next().get().toString(), AT_A_TIME);
            }
        }
    }
}
