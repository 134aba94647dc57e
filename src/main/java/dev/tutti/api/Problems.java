package dev.tutti.api;

import dev.tutti.workspace.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as JSON (RFC 9457), in the language of whoever asked. */
@Component
final class Problems {

    private final Messages messages;
    private final JsonMapper json;
    private final SpokenLanguage language;

    Problems(Messages messages, JsonMapper json, SpokenLanguage language) {
        this.messages = messages;
        this.json = json;
        this.language = language;
    }

    Map<String, Object> body(HttpServletRequest request, Problem problem) {
        var locale = language.resolveLocale(request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:tutti:problem:" + problem.code());
        body.put("title", messages.text("problem." + problem.code() + ".title", locale));
        body.put("status", problem.status());
        body.put(
                "detail",
                messages.text(problem.detailKey(), locale, problem.arguments().toArray()));
        body.put("code", problem.code());
        body.putAll(problem.members());
        return body;
    }

    /** For filters, which stand before everything that could write an answer for them. */
    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body(request, problem));
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
