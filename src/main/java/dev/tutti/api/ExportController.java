package dev.tutti.api;

import dev.tutti.scenario.Exports;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.value.Json;
import dev.tutti.value.Message;
import dev.tutti.workspace.Action;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Scenarios as files, for Make and for other installations. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}/export")
class ExportController {

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    /**
     * The scenario as a file.
     *
     * @param format {@code make} or {@code tutti}
     * @param version a published version; the draft where it is not given
     */
    @GetMapping
    @Allowed(Action.SCENARIO_READ)
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @RequestParam(defaultValue = "tutti") String format,
            @RequestParam(required = false) @Nullable Integer version,
            Locale locale) {
        Exports.Exported exported = exported(id, format, version, locale);
        ContentDisposition name = ContentDisposition.attachment()
                .filename(exported.name() + "." + format + ".json", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(Json.writePretty(exported.file()).getBytes(StandardCharsets.UTF_8));
    }

    /** What such a file keeps and what it loses, module by module. */
    @GetMapping("/report")
    @Allowed(Action.SCENARIO_READ)
    ImportController.ReportView report(
            @PathVariable String id,
            @RequestParam(defaultValue = "make") String format,
            @RequestParam(required = false) @Nullable Integer version,
            Locale locale) {
        return ImportController.view(exported(id, format, version, locale).report());
    }

    private Exports.Exported exported(String id, String format, @Nullable Integer version, Locale locale) {
        Exports.Format wanted = switch (format) {
            case "make" -> Exports.Format.MAKE;
            case "tutti" -> Exports.Format.TUTTI;
            default -> throw new Problem(400, "bad-format", format);
        };
        ScenarioId scenario = ScenariosController.id(id);
        Exports.Answer answer = version == null
                ? exports.draft(scenario, wanted, locale).orElseThrow(ScenariosController::unknown)
                : exports.version(scenario, version, wanted, locale)
                        .orElseThrow(() -> new Problem(404, "version-unknown"));
        return switch (answer) {
            case Exports.Exported exported -> exported;
            case Exports.TooTangled() ->
                throw new Problem(
                        422, "not-exported", Message.of("exchange.out.tangled").in(locale));
        };
    }
}
