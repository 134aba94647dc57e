package dev.tutti.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the inputs and outputs of a scenario from JSON. */
final class ParameterReader {

    static final int MOST = 200;

    /** What an expression can name without back-ticks, and Make's names with spaces or dashes, which it can with them. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ .-]{0,99}");

    private static final List<String> TYPES =
            Arrays.stream(Parameter.Type.values()).map(Parameter.Type::json).toList();

    private ParameterReader() {}

    static List<Parameter> list(Place json) {
        List<Parameter> parameters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Place place : json.items(MOST)) {
            Parameter parameter = parameter(place);
            if (!names.add(parameter.name())) {
                throw place.wrong("duplicate-parameter", parameter.name());
            }
            parameters.add(parameter);
        }
        return parameters;
    }

    private static Parameter parameter(Place json) {
        json.record("name", "label", "type", "required", "default", "help", "options", "multiline");
        return new Parameter(
                name(json.get("name")),
                PartsReader.name(json, "label"),
                json.find("type").map(ParameterReader::type).orElse(Parameter.Type.TEXT),
                json.find("required").map(Place::yesNo).orElse(false),
                json.find("default").map(Place::value),
                json.find("help").map(help -> help.text(2_000)).filter(help -> !help.isBlank()),
                json.find("options").map(options -> options.items(500)).orElse(List.of()).stream()
                        .map(option -> option.text(500))
                        .toList(),
                json.find("multiline").map(Place::yesNo).orElse(false));
    }

    private static String name(Place json) {
        String name = json.text(100);
        if (!NAME.matcher(name).matches()) {
            throw json.wrong("not-a-name");
        }
        return name;
    }

    private static Parameter.Type type(Place json) {
        int index = TYPES.indexOf(json.text(20));
        if (index < 0) {
            throw json.wrong("not-one-of", String.join(", ", TYPES));
        }
        return Parameter.Type.values()[index];
    }
}
