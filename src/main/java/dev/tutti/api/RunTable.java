package dev.tutti.api;

import dev.tutti.workspace.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs as lines of a table (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it,
 * because names and error texts come from outside.
 */
record RunTable(char separator, Messages messages, Locale locale) {

    private static final List<String> COLUMNS = List.of(
            "id",
            "scenario",
            "version",
            "status",
            "trigger",
            "started",
            "ended",
            "ms",
            "operations",
            "bytes",
            "module",
            "error",
            "message",
            "replay-of");

    private static final String FORMULA = "=+-@\t\r\n";

    String head() {
        return line(COLUMNS.stream()
                .map(column -> messages.text("api.runs.csv." + column, locale))
                .toArray());
    }

    String line(RunViews.RunView run) {
        RunViews.ErrorView error = run.error();
        return line(
                run.id(),
                run.scenarioName(),
                run.version(),
                run.status(),
                run.trigger(),
                run.startedAt(),
                run.endedAt(),
                run.ms(),
                run.operations(),
                run.bytes(),
                error == null ? null : error.moduleName(),
                error == null ? null : error.kind(),
                error == null ? null : error.message(),
                run.replayOf());
    }

    private String line(@Nullable Object... cells) {
        return Arrays.stream(cells).map(this::cell).collect(Collectors.joining(String.valueOf(separator), "", "\r\n"));
    }

    String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quote = text.chars().anyMatch(letter -> letter == separator || "\"\r\n".indexOf(letter) >= 0);
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
