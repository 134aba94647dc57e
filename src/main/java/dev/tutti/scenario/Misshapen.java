package dev.tutti.scenario;

import java.util.Arrays;
import java.util.List;

/** Thrown while reading JSON and caught at the end of the same reading: what is wrong, and where. */
final class Misshapen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String code;
    private final transient List<String> arguments;

    Misshapen(String path, String code, Object... arguments) {
        super(code, null, false, false);
        this.path = path;
        this.code = code;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    BlueprintJson.Misread misread() {
        return new BlueprintJson.Misread(path, code, arguments);
    }
}
