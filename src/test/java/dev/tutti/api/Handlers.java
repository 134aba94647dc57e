package dev.tutti.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address the application answers by a controller, as it is registered. */
record Handlers(RequestMappingHandlerMapping mapping) {

    record Route(String method, String pattern, HandlerMethod handler) {

        /** A path that matches, with numbers for its variables. */
        String path() {
            return pattern.replaceAll("\\{\\*?[^}]*}", "1").replace("/**", "/x");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    List<Route> all() {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> patterns(entry).stream()
                        .flatMap(pattern -> methods(entry.getKey()).stream()
                                .map(method -> new Route(method, pattern, entry.getValue()))))
                .sorted(Comparator.comparing(Route::toString))
                .toList();
    }

    List<Route> ofTheApi() {
        return all().stream()
                .filter(route -> route.pattern().startsWith("/api/v1"))
                .filter(route -> PermissionCheck.ours(route.handler()))
                .toList();
    }

    private static List<String> patterns(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        return List.copyOf(entry.getKey().getPatternValues());
    }

    private static List<String> methods(RequestMappingInfo info) {
        List<String> methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        return methods.isEmpty() ? List.of("GET", "POST") : methods;
    }
}
