package dev.tutti.api;

import dev.tutti.workspace.Action;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The JSON Schemas of what the API takes. */
@RestController
@RequestMapping("/api/v1/schema")
class SchemaController {

    /** The JSON Schema (2020-12) of a blueprint. */
    @GetMapping("/blueprint.json")
    @Allowed(Action.CATALOGUE_READ)
    ResponseEntity<Resource> blueprint() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource("schema/blueprint.json"));
    }
}
