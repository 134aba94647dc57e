package dev.tutti.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tutti.scenario.Draft;
import dev.tutti.scenario.EditJson;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioVersion;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.StartsBy;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.workspace.Action;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The draft of a scenario: read it, edit it, discard it, publish it. */
@RestController
@RequestMapping("/api/v1/scenarios/{id}")
class DraftsController {

    record EditedView(long revision, int changes, List<ProblemView> problems) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PublishedView(int version, boolean on, @Nullable String webhookUrl) {}

    private final Scenarios scenarios;
    private final Authors authors;
    private final PublicAddress addresses;

    DraftsController(Scenarios scenarios, Authors authors, PublicAddress addresses) {
        this.scenarios = scenarios;
        this.authors = authors;
        this.addresses = addresses;
    }

    /** The draft; its revision is the entity tag. */
    @GetMapping("/draft")
    @Allowed(Action.SCENARIO_READ)
    ResponseEntity<DraftView> draft(@PathVariable String id, Locale locale) {
        return view(scenarios.draft(ScenariosController.id(id)).orElseThrow(ScenariosController::unknown), locale);
    }

    /** Replaces the whole draft. Needs `If-Match` with the revision that was read, or `*`. */
    @PutMapping(path = "/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Action.SCENARIO_EDIT)
    ResponseEntity<DraftView> put(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody byte[] body,
            Locale locale) {
        ScenarioId scenario = ScenariosController.id(id);
        long revision = revision(scenario, ifMatch);
        return switch (scenarios.put(
                scenario,
                revision,
                ScenarioBodies.blueprint(ScenarioBodies.json(body), "", locale),
                authors.author())) {
            case Scenarios.Saved(Draft draft) -> view(draft, locale);
            case Scenarios.Conflict conflict -> throw changed(412, conflict);
            case Scenarios.Refused refused -> throw refused(refused, locale);
            case Scenarios.Unknown() -> throw ScenariosController.unknown();
        };
    }

    private long revision(ScenarioId scenario, @Nullable String ifMatch) {
        String tag = Optional.ofNullable(ifMatch)
                .map(given -> given.replace("W/", "").replace("\"", "").strip())
                .orElseThrow(() -> new Problem(428, "revision-missing"));
        if (tag.equals("*")) {
            return scenarios.revision(scenario).orElseThrow(ScenariosController::unknown);
        }
        return tag.matches("\\d{1,18}") ? Long.parseLong(tag) : -1;
    }

    /**
     * Makes edits, all together or not at all: {@code {"baseRevision": 7, "edits": [{"id": …, "op": …}]}}. Where the
     * draft has moved on, the answer is 409 with what happened since.
     */
    @PostMapping(path = "/draft/edits", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Action.SCENARIO_EDIT)
    EditedView edit(@PathVariable String id, @RequestBody byte[] body, Locale locale) {
        Fields request = ScenarioBodies.object(body);
        if (!(request.get("baseRevision") instanceof Num base) || !base.isWhole()) {
            throw Problem.field("baseRevision", "api.scenario.revision");
        }
        return switch (scenarios.edit(
                ScenariosController.id(id),
                base.number().longValue(),
                ScenarioBodies.edits(request.get("edits"), locale),
                authors.author())) {
            case Scenarios.Saved(Draft draft) ->
                new EditedView(draft.revision(), draft.changes(), ProblemView.of(draft.problems(), locale));
            case Scenarios.Conflict conflict -> throw changed(409, conflict);
            case Scenarios.Refused refused -> throw refused(refused, locale);
            case Scenarios.Unknown() -> throw ScenariosController.unknown();
        };
    }

    /** Brings the draft back to what is live. */
    @PostMapping("/draft/discard")
    @Allowed(Action.SCENARIO_EDIT)
    ResponseEntity<DraftView> discard(@PathVariable String id, Locale locale) {
        return answer(scenarios.discard(ScenariosController.id(id), authors.author()), locale);
    }

    /** Brings the draft back to a published version. */
    @PostMapping("/versions/{number}/restore")
    @Allowed(Action.SCENARIO_EDIT)
    ResponseEntity<DraftView> restore(@PathVariable String id, @PathVariable int number, Locale locale) {
        ScenarioId scenario = ScenariosController.id(id);
        if (scenarios.version(scenario, number).isEmpty()) {
            throw new Problem(404, "version-unknown");
        }
        return answer(scenarios.restore(scenario, number, authors.author()), locale);
    }

    private ResponseEntity<DraftView> answer(Scenarios.EditAnswer answer, Locale locale) {
        return switch (answer) {
            case Scenarios.Saved(Draft draft) -> view(draft, locale);
            case Scenarios.Conflict conflict -> throw changed(409, conflict);
            case Scenarios.Refused refused
            when refused.code().equals("never-published") -> throw new Problem(409, "never-published");
            case Scenarios.Refused refused -> throw refused(refused, locale);
            case Scenarios.Unknown() -> throw ScenariosController.unknown();
        };
    }

    /** Makes the draft the live version: {@code {"turnOn": true, "note": …}}. With errors the answer is 422 and them. */
    @PostMapping(path = "/publish", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Action.SCENARIO_PUBLISH)
    PublishedView publish(
            @PathVariable String id, @RequestBody(required = false) byte @Nullable [] body, Locale locale) {
        Fields wish = ScenarioBodies.object(body == null ? new byte[0] : body);
        boolean turnOn = wish.get("turnOn") == Bool.TRUE;
        Optional<String> note = wish.get("note") instanceof Text(String text)
                ? Optional.of(text.substring(0, Math.min(text.length(), 1_000)))
                : Optional.empty();
        return switch (scenarios.publish(ScenariosController.id(id), turnOn, note, authors.author())) {
            case Scenarios.Published published ->
                new PublishedView(
                        published.version().number().orElse(0),
                        published.on(),
                        webhook(published.version()).orElse(null));
            case Scenarios.Blocked blocked ->
                throw new Problem(422, "has-problems", blocked.errors())
                        .with("problems", ProblemView.of(blocked.problems(), locale));
            case Scenarios.Unknown() -> throw ScenariosController.unknown();
        };
    }

    private Optional<String> webhook(ScenarioVersion version) {
        return scenarios
                .plan(version.id())
                .filter(executable -> executable.startsBy() instanceof StartsBy.Webhook)
                .map(_ -> addresses.webhook(version.scenario()));
    }

    private ResponseEntity<DraftView> view(Draft draft, Locale locale) {
        Optional<String> webhook = draft.startsBy() instanceof StartsBy.Webhook
                ? Optional.of(addresses.webhook(draft.scenario()))
                : Optional.empty();
        return ResponseEntity.ok().eTag(Long.toString(draft.revision())).body(DraftView.of(draft, webhook, locale));
    }

    private static Problem changed(int status, Scenarios.Conflict conflict) {
        List<Value> since =
                conflict.since().stream().<Value>map(EditJson::write).toList();
        return new Problem(status, "draft-changed")
                .with("revision", conflict.revision())
                .with("since", since);
    }

    static Problem refused(Scenarios.Refused refused, Locale locale) {
        return new Problem(
                        422,
                        "edit-refused",
                        new Message("scenario.edit." + refused.code(), refused.arguments()).in(locale))
                .with("index", refused.index())
                .with("reason", refused.code());
    }
}
