package dev.tutti.api;

import dev.tutti.connector.Modules;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.Languages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of modules. It changes only with the program, so a reader who has it is told that nothing changed. */
@RestController
@RequestMapping("/api/v1/modules")
class ModulesController {

    private record Catalogue(Items<ModuleView> items, String tag) {}

    private final Modules modules;
    private final JsonMapper json;
    private final Map<Locale, Catalogue> catalogues = new ConcurrentHashMap<>();

    ModulesController(Modules modules, JsonMapper json) {
        this.modules = modules;
        this.json = json;
    }

    @GetMapping
    @Allowed(Action.CATALOGUE_READ)
    ResponseEntity<Items<ModuleView>> list(Locale locale) {
        Catalogue catalogue = catalogues.computeIfAbsent(Languages.nearest(locale), this::write);
        return ResponseEntity.ok()
                .eTag(catalogue.tag())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("Vary", "Accept-Language")
                .body(catalogue.items());
    }

    private Catalogue write(Locale locale) {
        List<ModuleView> views = modules.all().stream()
                .map(spec -> ModuleView.of(
                        spec,
                        modules.words(spec.ref()).orElseThrow(),
                        modules.polling(spec.ref()).isPresent(),
                        locale))
                .toList();
        Items<ModuleView> items = new Items<>(views);
        String digest =
                DigestUtils.md5DigestAsHex(json.writeValueAsString(items).getBytes(StandardCharsets.UTF_8));
        return new Catalogue(items, "\"" + digest + "\"");
    }
}
