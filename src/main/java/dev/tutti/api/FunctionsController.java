package dev.tutti.api;

import dev.tutti.expression.Expressions;
import dev.tutti.expression.FunctionSpec;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The functions of the mapping language, with their help and their examples. */
@RestController
@RequestMapping("/api/v1/functions")
class FunctionsController {

    record FunctionView(
            String name,
            String group,
            String signature,
            List<ArgumentView> arguments,
            String help,
            List<ExampleView> examples) {}

    record ArgumentView(String name, String type, boolean optional, boolean repeats, String help) {}

    record ExampleView(String source, String result) {}

    private final Messages messages;

    FunctionsController(Messages messages) {
        this.messages = messages;
    }

    @GetMapping
    @Allowed(Action.CATALOGUE_READ)
    Items<FunctionView> list(Locale locale) {
        return new Items<>(Expressions.functions().stream()
                .map(function -> view(function, locale))
                .toList());
    }

    private FunctionView view(FunctionSpec function, Locale locale) {
        String key = "function." + function.name();
        List<ArgumentView> arguments = IntStream.range(0, function.arguments().size())
                .mapToObj(number ->
                        argument(function.arguments().get(number), text(key + ".arg." + (number + 1), locale)))
                .toList();
        return new FunctionView(
                function.name(),
                function.group().name().toLowerCase(Locale.ROOT),
                function.signature(),
                arguments,
                text(key + ".help", locale),
                function.examples().stream()
                        .map(example -> new ExampleView(example.expression(), example.result()))
                        .toList());
    }

    private static ArgumentView argument(FunctionSpec.Argument argument, String help) {
        return new ArgumentView(
                argument.name(),
                argument.type().name().toLowerCase(Locale.ROOT),
                argument.optional(),
                argument.repeated(),
                help);
    }

    private String text(String key, Locale locale) {
        return messages.has(key) ? messages.text(key, locale) : "";
    }
}
