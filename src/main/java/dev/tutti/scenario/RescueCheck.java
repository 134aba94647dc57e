package dev.tutti.scenario;

import dev.tutti.connector.Structural;
import dev.tutti.value.Text;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The routes for failures: who may have one, where they may lead, which of them is ever taken. */
@Component
final class RescueCheck {

    private final Catalogue catalogue;

    RescueCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void check(Flow flow, Consumer<Problem> report) {
        List<Link> links = flow.blueprint().links().stream()
                .filter(link -> link.error() && !link.disabled())
                .sorted(java.util.Comparator.comparingInt(Link::order))
                .toList();
        links.forEach(link -> owner(link, flow, report));
        unreachable(links, report);
        for (int entry : flow.rescues().entries()) {
            route(entry, flow, report);
        }
        shared(flow, report);
        groups(flow, report);
        for (Node module : flow.blueprint().modules()) {
            directive(module, flow, report);
            retry(module, report);
        }
    }

    private void owner(Link link, Flow flow, Consumer<Problem> report) {
        Node from = flow.module(link.from()).orElseThrow();
        if (catalogue.starts(from)) {
            report.accept(Problem.error("handler-on-trigger").on(link));
        } else if (catalogue.routes(from) || catalogue.directs(from)) {
            report.accept(Problem.error("handler-on-router").on(link));
        } else if (!flow.entries(from.no()).isEmpty()) {
            report.accept(Problem.error("handler-in-handler").on(link));
        }
    }

    /** A route behind one that takes all of its errors already. */
    private static void unreachable(List<Link> links, Consumer<Problem> report) {
        Map<Integer, Set<String>> taken = new HashMap<>();
        Set<Integer> all = new HashSet<>();
        for (Link link : links) {
            Set<String> known = taken.computeIfAbsent(link.from(), _ -> new HashSet<>());
            boolean covered = !link.errors().isEmpty() && known.containsAll(link.errors());
            if (covered || all.contains(link.from())) {
                report.accept(Problem.warning("error-route-unreachable").on(link));
            }
            if (link.filter().isEmpty()) {
                known.addAll(link.errors());
                if (link.errors().isEmpty()) {
                    all.add(link.from());
                }
            }
        }
    }

    private static void route(int entry, Flow flow, Consumer<Problem> report) {
        if (flow.inMain(entry)) {
            report.accept(Problem.error("handler-in-flow").in(entry));
            return;
        }
        flow.back(entry)
                .ifPresent(back -> report.accept(
                        Problem.error("route-joins-flow", back.no()).in(entry)));
        long ways = flow.rescues().into(entry).stream()
                .map(rescue -> List.of(
                        rescue.link().map(Link::errors).orElse(List.of()),
                        rescue.link().flatMap(Link::filter)))
                .distinct()
                .count();
        if (ways > 1) {
            report.accept(Problem.error("route-shared").in(entry));
        }
    }

    /** The first modules that two routes have in common. */
    private static void shared(Flow flow, Consumer<Problem> report) {
        Set<Set<Integer>> told = new HashSet<>();
        for (Node module : flow.inOrder()) {
            Set<Integer> entries = flow.entries(module.no());
            if (entries.size() > 1 && told.add(entries)) {
                report.accept(Problem.error("routes-meet").in(module.no()));
            }
        }
    }

    private static void groups(Flow flow, Consumer<Problem> report) {
        List<Group> handled = flow.blueprint().groups().stream()
                .filter(group -> group.handler().isPresent())
                .toList();
        Map<Group, BitSet> before = new LinkedHashMap<>();
        for (Group group : handled) {
            if (group.modules().contains(group.handler().orElseThrow())) {
                report.accept(
                        Problem.error("group-holds-handler").in(group.modules().getFirst()));
            }
            BitSet members = new BitSet();
            group.modules().forEach(members::set);
            before.entrySet().stream()
                    .filter(other -> cross(members, other.getValue()))
                    .findFirst()
                    .ifPresent(other -> {
                        BitSet both = common(members, other.getValue());
                        report.accept(Problem.error("group-overlap", name(other.getKey()), name(group))
                                .in(both.nextSetBit(0)));
                    });
            before.put(group, members);
        }
    }

    /** Whether they have modules in common, but neither lies within the other. */
    private static boolean cross(BitSet one, BitSet other) {
        BitSet both = common(one, other);
        return !both.isEmpty() && (one.equals(other) || !both.equals(one) && !both.equals(other));
    }

    private static BitSet common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static String name(Group group) {
        return group.name().orElse(group.id());
    }

    private void directive(Node module, Flow flow, Consumer<Problem> report) {
        if (!catalogue.directs(module) || module.disabled()) {
            return;
        }
        if (flow.inMain(module.no())) {
            report.accept(Problem.error("directive-in-flow").in(module.no()));
        }
        if (!flow.outgoing(module.no()).isEmpty()) {
            report.accept(Problem.error("directive-not-last").in(module.no()));
        }
        boolean keeps = flow.blueprint().settings().failures().incompletes();
        if (!keeps && flow.reaches(module.no()) && catalogue.role(module).equals(Optional.of(Structural.BREAK))) {
            report.accept(Problem.warning("break-without-incompletes").in(module.no()));
        }
    }

    private void retry(Node module, Consumer<Problem> report) {
        boolean called = catalogue
                .find(module.module())
                .map(spec -> spec.structural().isEmpty()
                        || module.values().get("reset").equals(Text.of("never")))
                .orElse(true);
        if (module.retry().isPresent() && (!called || catalogue.starts(module))) {
            report.accept(Problem.warning("retry-useless").in(module.no()));
        }
    }
}
