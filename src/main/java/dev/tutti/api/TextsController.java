package dev.tutti.api;

import dev.tutti.workspace.Action;
import dev.tutti.workspace.Messages;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The words of the editor, in the reader's language. */
@RestController
@RequestMapping("/api/v1/texts")
class TextsController {

    private static final Set<String> PARTS = Set.of("editor", "mapping");

    private final Messages messages;

    TextsController(Messages messages) {
        this.messages = messages;
    }

    /** All texts of one part: `editor` or `mapping`. */
    @GetMapping("/{part}")
    @Allowed(Action.CATALOGUE_READ)
    Map<String, String> texts(@PathVariable String part, Locale locale) {
        if (!PARTS.contains(part)) {
            throw new Problem(404, "not-found");
        }
        return messages.all(locale).entrySet().stream()
                .filter(text -> text.getKey().startsWith(part + "."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
