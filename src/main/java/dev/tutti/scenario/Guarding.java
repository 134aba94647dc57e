package dev.tutti.scenario;

import dev.tutti.engine.Chain;
import dev.tutti.engine.Guard;
import dev.tutti.engine.Guards;
import dev.tutti.engine.Handler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Compiles who handles whose failures. Modules that share a route share its handler: its steps are there only once. */
final class Guarding {

    private Guarding() {}

    static Guards of(Flow flow, Weave.Woven woven, Function<Weave.Stretch, Chain> compiled) {
        Map<Way, Integer> places = new LinkedHashMap<>();
        List<Handler> handlers = new ArrayList<>();
        Map<Set<Integer>, List<Integer>> guards = new LinkedHashMap<>();
        for (Rescues.Rescue rescue : flow.rescues().all()) {
            Weave.Stretch route = woven.rescues().get(rescue.entry());
            if (route == null
                    || rescue.modules().stream().noneMatch(flow::inMain)
                            && !rescue.modules().isEmpty()) {
                continue;
            }
            Way way = Way.of(rescue);
            Integer place = places.get(way);
            if (place == null) {
                place = handlers.size();
                places.put(way, place);
                handlers.add(new Handler(
                        ErrorTypes.kinds(way.errors()),
                        rescue.link().flatMap(PlanCompiler::filter),
                        compiled.apply(route)));
            }
            guards.computeIfAbsent(rescue.modules(), _ -> new ArrayList<>()).add(place);
        }
        return new Guards(
                handlers,
                guards.entrySet().stream()
                        .map(guard -> new Guard(guard.getKey(), guard.getValue()))
                        .toList());
    }

    /** What makes one way into a route another than the next. */
    private record Way(int entry, List<String> errors, Optional<LinkFilter> filter) {
        static Way of(Rescues.Rescue rescue) {
            return new Way(
                    rescue.entry(),
                    rescue.link().map(Link::errors).orElse(List.of()),
                    rescue.link().flatMap(Link::filter));
        }
    }
}
