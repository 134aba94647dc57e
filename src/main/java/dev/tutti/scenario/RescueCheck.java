package dev.tutti.scenario;

import dev.tutti.connector.Structural;
import dev.tutti.value.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        for (Link link : links) {
            boolean covered = links.stream()
                    .takeWhile(earlier -> earlier != link)
                    .filter(earlier -> earlier.from() == link.from()
                            && PlanCompiler.filter(earlier).isEmpty())
                    .anyMatch(earlier -> earlier.errors().isEmpty()
                            || (!link.errors().isEmpty() && earlier.errors().containsAll(link.errors())));
            if (covered) {
                report.accept(Problem.warning("error-route-unreachable").on(link));
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
        long ways = flow.rescues().all().stream()
                .filter(rescue -> rescue.entry() == entry)
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
        List<Group> before = new ArrayList<>();
        for (Group group : handled) {
            int first = group.modules().getFirst();
            if (group.modules().contains(group.handler().orElseThrow())) {
                report.accept(Problem.error("group-holds-handler").in(first));
            }
            before.stream()
                    .filter(other -> cross(group, other))
                    .findFirst()
                    .ifPresent(other -> group.modules().stream()
                            .filter(other.modules()::contains)
                            .findFirst()
                            .ifPresent(both -> report.accept(Problem.error("group-overlap", name(other), name(group))
                                    .in(both))));
            before.add(group);
        }
    }

    /** Whether they have modules in common, but neither lies within the other. */
    private static boolean cross(Group one, Group other) {
        Set<Integer> both = new HashSet<>(one.modules());
        both.retainAll(other.modules());
        boolean same = both.size() == one.modules().size()
                && both.size() == other.modules().size();
        return !both.isEmpty()
                && (same
                        || (both.size() < one.modules().size()
                                && both.size() < other.modules().size()));
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
