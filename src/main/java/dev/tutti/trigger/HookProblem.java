package dev.tutti.trigger;

import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a request was not taken, as a problem of RFC 9457 in the language of whoever asked. The texts are
 * {@code trigger.<code>.title} and {@code trigger.<code>.detail}.
 *
 * @param arguments for the detail; a {@link Message}, or each of a list, is put into the same language
 */
record HookProblem(int status, String code, List<Object> arguments, Optional<String> run) {

    static HookProblem of(int status, String code, Object... arguments) {
        return new HookProblem(status, code, List.of(arguments), Optional.empty());
    }

    HookProblem ofRun(String id) {
        return new HookProblem(status, code, arguments, Optional.of(id));
    }

    Fields body(Locale locale) {
        Object[] said =
                arguments.stream().map(argument -> words(argument, locale)).toArray();
        Fields.Builder body = Fields.builder()
                .put("type", Text.of("urn:tutti:problem:" + code))
                .put("title", Text.of(Message.of("trigger." + code + ".title").in(locale)))
                .put("status", Num.of(status))
                .put(
                        "detail",
                        Text.of(Message.of("trigger." + code + ".detail", said).in(locale)))
                .put("code", Text.of(code));
        run.ifPresent(id -> body.put("runId", Text.of(id)));
        return body.build();
    }

    private static Object words(Object argument, Locale locale) {
        return switch (argument) {
            case Message message -> message.in(locale);
            case List<?> list ->
                list.stream().map(item -> String.valueOf(words(item, locale))).collect(Collectors.joining("; "));
            default -> argument;
        };
    }
}
