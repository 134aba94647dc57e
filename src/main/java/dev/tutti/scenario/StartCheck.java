package dev.tutti.scenario;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where and how a scenario starts. */
@Component
final class StartCheck {

    private final Catalogue catalogue;
    private final ObjectProvider<ScheduleCheck> schedules;

    StartCheck(Catalogue catalogue, ObjectProvider<ScheduleCheck> schedules) {
        this.catalogue = catalogue;
        this.schedules = schedules;
    }

    void check(Flow flow, Consumer<Problem> report) {
        if (flow.blueprint().modules().isEmpty()) {
            report.accept(Problem.error("empty"));
            return;
        }
        List<Node> triggers =
                flow.blueprint().modules().stream().filter(catalogue::starts).toList();
        for (Node trigger : triggers) {
            boolean first = flow.start().equals(java.util.Optional.of(trigger));
            boolean behind = flow.blueprint().links().stream().anyMatch(link -> link.to() == trigger.no());
            if (behind) {
                report.accept(Problem.error("trigger-not-first").in(trigger.no()));
            } else if (!first) {
                report.accept(Problem.error("several-triggers").in(trigger.no()));
            }
        }
        StartsBy startsBy = Start.of(flow, catalogue);
        if (triggers.isEmpty() && startsBy instanceof StartsBy.OnDemand) {
            report.accept(Problem.info("starts-by-hand"));
        }
        if (startsBy instanceof StartsBy.Schedule schedule) {
            schedules.ifAvailable(check -> check.wrong(
                            schedule.schedule(), flow.blueprint().settings().timeZone())
                    .ifPresent(
                            said -> report.accept(placed(Problem.of(Problem.Severity.ERROR, "schedule", said), flow))));
        }
    }

    private Problem placed(Problem problem, Flow flow) {
        return flow.start()
                .filter(catalogue::starts)
                .map(start -> problem.in(start.no()).at("schedule"))
                .orElse(problem);
    }
}
