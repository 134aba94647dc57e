package dev.tutti.trigger;

import static dev.tutti.trigger.Village.link;
import static dev.tutti.trigger.Village.module;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.run.Cause;
import dev.tutti.run.LiveEvents;
import dev.tutti.run.Run;
import dev.tutti.run.RunStatus;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.Scenarios;
import dev.tutti.testing.RunningTutti;
import dev.tutti.value.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Schedules on the real alarm clock. */
@RunningTutti
class AlarmsTest {

    @LocalServerPort
    int port;

    @Autowired
    Scenarios scenarios;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Runs runs;

    @Autowired
    Scheduler quartz;

    @Autowired
    Schedules schedules;

    @Autowired
    Triggers triggers;

    @Autowired
    Alarms alarms;

    @Autowired
    LiveEvents live;

    Village village;

    @BeforeEach
    void found() {
        village = new Village(scenarios, webhooks, port);
    }

    private Village.House clocked(String schedule) {
        return village.publish(
                module(1, "schedule:clock", "{\"schedule\":" + schedule + "}")
                        + ","
                        + module(2, "tools:compose", "{\"text\":\"{{1.scheduledAt}}\"}"),
                link(1, 2));
    }

    @Test
    void anAlarmThatRingsStartsTheScenarioOnce() throws Exception {
        Instant soon = Instant.now().plusSeconds(2);
        CountDownLatch ran = new CountDownLatch(1);
        Village.House house = clocked("{\"kind\":\"once\",\"at\":\"" + soon + "\"}");
        try (LiveEvents.Watch watch = live.scenario(house.id(), event -> {
            if (event.event() instanceof dev.tutti.run.LiveEvent.Finished) {
                ran.countDown();
            }
        })) {
            assertThat(schedules.next(house.id())).contains(soon);

            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(runs.newest(house.id(), 10)).singleElement().satisfies(run -> {
            assertThat(run.cause()).isEqualTo(Cause.SCHEDULE);
            assertThat(run.status()).isEqualTo(RunStatus.SUCCESS);
            assertThat(runs.input(run.id()).orElseThrow().bundles().getFirst().get("scheduledAt"))
                    .isEqualTo(new Moment(Instant.ofEpochMilli(soon.toEpochMilli())));
        });
        assertThat(schedules.next(house.id())).isEmpty();
    }

    @Test
    void turningOffTakesTheAlarmAwayAndTurningOnSetsItAgain() throws Exception {
        Village.House house = clocked("{\"kind\":\"daily\",\"time\":\"09:00\"}");
        assertThat(alarm(house)).isPositive();

        scenarios.turn(house.id(), false, Author.SYSTEM);
        assertThat(alarm(house)).isZero();
        assertThat(schedules.next(house.id())).isEmpty();

        scenarios.turn(house.id(), true, Author.SYSTEM);
        assertThat(alarm(house)).isPositive();
    }

    @Test
    void theSameMomentStartsTheScenarioOnlyOnceHoweverOftenItIsRung() {
        Village.House house = clocked("{\"kind\":\"daily\",\"time\":\"09:00\"}");
        Instant nine = Instant.parse("2026-11-21T08:00:00Z");

        for (int i = 0; i < 5; i++) {
            assertThat(triggers.fire(house.id(), nine)).isTrue();
        }

        assertThat(runs.newest(house.id(), 10)).hasSize(1);
        assertThat(triggers.fire(house.id(), nine.plusSeconds(86_400))).isTrue();
        assertThat(runs.newest(house.id(), 10)).hasSize(2);
    }

    @Test
    void whatWasMissedIsMadeUpForOnce() throws Exception {
        Village.House house = clocked("{\"kind\":\"interval\",\"minutes\":1}");
        Instant now = Instant.now();

        alarms.ring(house.id(), now.minus(Duration.ofHours(3)));

        assertThat(runs.newest(house.id(), 10)).extracting(Run::cause).containsExactly(Cause.SCHEDULE);
        assertThat(quartz.getTriggersOfJob(new JobKey(house.id().toString(), "schedule"))
                        .getFirst()
                        .getNextFireTime())
                .isAfter(java.util.Date.from(now));
    }

    private int alarm(Village.House house) throws Exception {
        return quartz.getTriggersOfJob(new JobKey(house.id().toString(), "schedule"))
                .size();
    }
}
