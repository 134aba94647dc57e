package dev.tutti.scenario;

import static dev.tutti.scenario.ScenarioWorld.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the face promises, on both databases. */
class ScenariosTest {

    private static final String BOTH = "dev.tutti.scenario.ScenarioWorld#both";

    @ParameterizedTest
    @MethodSource(BOTH)
    void aStarterCanBePublishedAtOnce(ScenarioWorld world) {
        Scenarios scenarios = world.scenarios();
        world.heard();
        ScenarioId id = create(world, NewScenario.Starter.FORM, Locale.FRENCH).id();
        Draft draft = scenarios.draft(id).orElseThrow();
        assertThat(draft.name()).isEqualTo("Recevoir un formulaire");
        assertThat(draft.revision()).isEqualTo(1);
        assertThat(draft.next()).isEqualTo(3);
        assertThat(draft.live()).isEmpty();
        assertThat(draft.problems()).isEmpty();

        Scenarios.Published published = (Scenarios.Published) scenarios.publish(id, true, Optional.of("first"), ADA);

        assertThat(published.on()).isTrue();
        assertThat(published.version().number()).isEqualTo(OptionalInt.of(1));
        assertThat(published.version().author()).isEqualTo(ADA);
        assertThat(published.version().note()).contains("first");
        assertThat(scenarios.live(id)).contains(published.version());
        assertThat(world.heard())
                .containsExactly(
                        new DraftChanged(id, 1),
                        new ScenarioPublished(id, published.version().id(), 1, true),
                        new ScenarioTurnedOn(id, published.version().id()));
        Executable ready = scenarios.plan(published.version().id()).orElseThrow();
        assertThat(ready.startsBy()).isEqualTo(new StartsBy.Webhook(1, false, false));
        assertThat(ready.replies()).isTrue();
        assertThat(ready.plan().trigger()).isEqualTo(OptionalInt.of(1));
        assertThat(ready.plan().locale()).isEqualTo(Locale.FRENCH);
        assertThat(scenarios.plan(published.version().id()).orElseThrow()).isSameAs(ready);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void editsAreKeptTogetherOrNotAtAll(ScenarioWorld world) {
        Scenarios scenarios = world.scenarios();
        ScenarioId id = create(world, NewScenario.Starter.FORM, Locale.ENGLISH).id();
        Edit move = new Edit.MoveModules("e1", List.of(new Edit.Move(1, new Position(40, 40))));
        Edit wrong = new Edit.RemoveModule("e2", 99);

        assertThat(scenarios.edit(id, 1, List.of(move, wrong), ADA))
                .isEqualTo(new Scenarios.Refused(1, "unknown-module", List.of("99")));
        assertThat(scenarios.draft(id).orElseThrow().revision()).isEqualTo(1);

        Scenarios.Saved saved = (Scenarios.Saved) scenarios.edit(id, 1, List.of(move), ADA);
        assertThat(saved.draft().revision()).isEqualTo(2);
        assertThat(saved.draft().blueprint().module(1).orElseThrow().at()).isEqualTo(new Position(40, 40));
        assertThat(scenarios.revision(id)).contains(2L);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whoeverIsLateIsToldWhatHappened(ScenarioWorld world) {
        Scenarios scenarios = world.scenarios();
        ScenarioId id = create(world, NewScenario.Starter.FORM, Locale.ENGLISH).id();
        Edit first = new Edit.RenameModule("e1", 1, Optional.of("Form"));
        Edit second = new Edit.SetDisabled("e2", 2, true);
        scenarios.edit(id, 1, List.of(first), ADA);
        scenarios.edit(id, 2, List.of(second), ADA);

        assertThat(scenarios.edit(id, 1, List.of(new Edit.RemoveModule("e3", 2)), ADA))
                .isEqualTo(new Scenarios.Conflict(3, List.of(first, second)));
        assertThat(scenarios.put(id, 2, Blueprint.EMPTY, ADA)).isEqualTo(new Scenarios.Conflict(3, List.of(second)));
        assertThat(((Scenarios.Conflict) scenarios.edit(id, 77, List.of(), ADA)).since())
                .hasAtLeastOneElementOfType(Edit.Replace.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void ofTwoAtOnceOneIsLate(ScenarioWorld world) throws Exception {
        Scenarios scenarios = world.scenarios();
        ScenarioId id = create(world, NewScenario.Starter.FORM, Locale.ENGLISH).id();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Scenarios.EditAnswer>> both = IntStream.range(0, 8)
                    .<Callable<Scenarios.EditAnswer>>mapToObj(i -> () -> scenarios.edit(
                            id, 1, List.of(new Edit.RenameModule("e" + i, 1, Optional.of("N" + i))), ADA))
                    .toList();
            List<Scenarios.EditAnswer> answers =
                    threads.invokeAll(both).stream().map(Future::resultNow).toList();
            assertThat(answers.stream().filter(Scenarios.Saved.class::isInstance))
                    .hasSize(1);
            assertThat(answers.stream().filter(Scenarios.Conflict.class::isInstance))
                    .hasSize(7);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatIsLiveStaysAsItWasWhileTheDraftChanges(ScenarioWorld world) {
        Scenarios scenarios = world.scenarios();
        ScenarioId id = create(world, NewScenario.Starter.FORM, Locale.ENGLISH).id();
        ScenarioVersion first = ((Scenarios.Published) scenarios.publish(id, true, Optional.empty(), ADA)).version();
        Draft changed = ((Scenarios.Saved) scenarios.edit(
                        id,
                        1,
                        List.of(
                                new Edit.SetValue("e1", 2, "status", Optional.of(new dev.tutti.value.Text("201"))),
                                new Edit.MoveModules("e2", List.of(new Edit.Move(1, new Position(9, 9))))),
                        ADA))
                .draft();
        assertThat(changed.changes()).isEqualTo(1);
        assertThat(changed.live()).contains(first);
        assertThat(scenarios
                        .blueprint(first.id())
                        .orElseThrow()
                        .module(2)
                        .orElseThrow()
                        .values()
                        .get("status"))
                .isEqualTo(new dev.tutti.value.Text("200"));

        ScenarioVersion second = ((Scenarios.Published) scenarios.publish(id, false, Optional.empty(), ADA)).version();
        assertThat(second.number()).isEqualTo(OptionalInt.of(2));
        assertThat(scenarios.versions(id)).containsExactly(second, first);
        assertThat(scenarios.draft(id).orElseThrow().changes()).isZero();
        assertThat(((Scenarios.Published) scenarios.publish(id, false, Optional.empty(), ADA)).version())
                .as("publishing the same again makes no version")
                .isEqualTo(second);

        Draft restored = ((Scenarios.Saved) scenarios.restore(id, 1, ADA)).draft();
        assertThat(restored.blueprint())
                .isEqualTo(scenarios.blueprint(first.id()).orElseThrow());
        assertThat(restored.changes()).isEqualTo(1);
        Draft discarded = ((Scenarios.Saved) scenarios.discard(id, ADA)).draft();
        assertThat(discarded.blueprint())
                .isEqualTo(scenarios.blueprint(second.id()).orElseThrow());
        assertThat(scenarios.restore(id, 9, ADA)).isEqualTo(new Scenarios.Unknown());
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void errorsKeepADraftFromBeingPublishedOrRun(ScenarioWorld world) {
        Scenarios scenarios = world.scenarios();
        ScenarioId id = scenarios
                .create(new NewScenario(Optional.of("Empty"), Optional.empty(), Optional.empty(), Locale.ENGLISH), ADA)
                .id();

        assertThat(scenarios.publish(id, true, Optional.empty(), ADA))
                .isInstanceOfSatisfying(
                        Scenarios.Blocked.class,
                        blocked -> assertThat(blocked.problems())
                                .extracting(Problem::code)
                                .containsExactly("empty"));
        assertThat(scenarios.snapshot(id, ADA)).isInstanceOf(Scenarios.Blocked.class);
        assertThat(scenarios.turn(id, true, ADA)).isEqualTo(new Scenarios.NeverPublished());
        assertThat(scenarios.discard(id, ADA)).isEqualTo(new Scenarios.Refused(0, "never-published", List.of()));
        assertThat(scenarios.live(id)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theSameDraftGivesTheSameSnapshot(ScenarioWorld world) {
        Scenarios scenarios = world.scenarios();
        ScenarioId id = create(world, NewScenario.Starter.FORM, Locale.ENGLISH).id();
        ScenarioVersion one = ((Scenarios.Snapshot) scenarios.snapshot(id, ADA)).version();
        assertThat(one.test()).isTrue();
        assertThat(((Scenarios.Snapshot) scenarios.snapshot(id, ADA)).version()).isEqualTo(one);
        scenarios.edit(id, 1, List.of(new Edit.RenameModule("e", 1, Optional.of("Other"))), ADA);
        ScenarioVersion other = ((Scenarios.Snapshot) scenarios.snapshot(id, ADA)).version();
        assertThat(other).isNotEqualTo(one);
        assertThat(scenarios
                        .plan(one.id())
                        .orElseThrow()
                        .blueprint()
                        .module(1)
                        .orElseThrow()
                        .name())
                .isEmpty();
        assertThat(scenarios.versions(id)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void turnsOffAndOn(ScenarioWorld world) {
        Scenarios scenarios = world.scenarios();
        ScenarioId id =
                create(world, NewScenario.Starter.MORNING, Locale.ENGLISH).id();
        scenarios.publish(id, false, Optional.empty(), ADA);
        assertThat(scenarios.find(id).orElseThrow().on()).isFalse();
        world.heard();

        assertThat(scenarios.turn(id, true, ADA)).isEqualTo(new Scenarios.Switched(true, true));
        assertThat(scenarios.turn(id, true, ADA)).isEqualTo(new Scenarios.Switched(true, false));
        assertThat(scenarios.turn(id, false, ADA)).isEqualTo(new Scenarios.Switched(false, true));

        assertThat(world.heard())
                .containsExactly(
                        new ScenarioTurnedOn(
                                id, scenarios.live(id).orElseThrow().id()),
                        new ScenarioTurnedOff(id));
        assertThat(scenarios.find(id).orElseThrow().startsBy()).isInstanceOf(StartsBy.Schedule.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aDeletedScenarioIsGoneButItsVersionsStay(ScenarioWorld world) {
        Scenarios scenarios = world.scenarios();
        ScenarioId id = create(world, NewScenario.Starter.FORM, Locale.ENGLISH).id();
        ScenarioVersion live = ((Scenarios.Published) scenarios.publish(id, true, Optional.empty(), ADA)).version();
        world.heard();

        assertThat(scenarios.delete(id, ADA)).isTrue();
        assertThat(scenarios.delete(id, ADA)).isFalse();

        assertThat(world.heard()).containsExactly(new ScenarioTurnedOff(id), new ScenarioDeleted(id));
        assertThat(scenarios.find(id)).isEmpty();
        assertThat(scenarios.draft(id)).isEmpty();
        assertThat(scenarios.live(id)).isEmpty();
        assertThat(scenarios.publish(id, true, Optional.empty(), ADA)).isEqualTo(new Scenarios.Unknown());
        assertThat(scenarios.version(live.id())).contains(live);
        assertThat(scenarios.plan(live.id())).isPresent();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void listsPageByPageAndFindsByWhatIsInside(ScenarioWorld world) {
        Scenarios scenarios = world.scenarios();
        String mark = "m" + System.nanoTime();
        List<ScenarioId> all = IntStream.range(0, 5)
                .mapToObj(i -> {
                    world.pass(Duration.ofSeconds(1));
                    return scenarios
                            .create(
                                    new NewScenario(
                                            Optional.of("Éte_100% " + mark + " " + i),
                                            Optional.empty(),
                                            Optional.of(NewScenario.Starter.FORM),
                                            Locale.ENGLISH),
                                    ADA)
                            .id();
                })
                .toList();
        scenarios.publish(all.get(1), true, Optional.empty(), ADA);
        scenarios.publish(all.get(2), false, Optional.empty(), ADA);

        ScenarioPage first =
                scenarios.list(new ScenarioQuery(Optional.of(mark), Optional.empty(), Optional.empty(), 3));
        ScenarioPage rest = scenarios.list(new ScenarioQuery(Optional.of(mark), Optional.empty(), first.next(), 3));

        assertThat(Stream.concat(first.items().stream(), rest.items().stream()).map(ScenarioSummary::id))
                .containsExactlyElementsOf(all.reversed());
        assertThat(rest.next()).isEmpty();
        assertThat(found(world, "ete_100% " + mark)).hasSize(5);
        assertThat(found(world, "etex100% " + mark)).isEmpty();
        assertThat(found(world, mark, ScenarioQuery.Status.ON)).containsExactly(all.get(1));
        assertThat(found(world, mark, ScenarioQuery.Status.OFF)).containsExactly(all.get(2));
        assertThat(found(world, mark, ScenarioQuery.Status.DRAFT)).hasSize(3);
        assertThat(scenarios.find(all.get(0)).orElseThrow().modules())
                .containsExactly("webhook:receive", "webhook:reply");
        assertThat(scenarios
                        .list(new ScenarioQuery(Optional.empty(), Optional.empty(), Optional.of("rubbish"), 1))
                        .items())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aNumberIsNeverGivenTwice(ScenarioWorld world) {
        Scenarios scenarios = world.scenarios();
        ScenarioId id = create(world, NewScenario.Starter.FORM, Locale.ENGLISH).id();
        scenarios.edit(id, 1, List.of(new Edit.RemoveModule("e", 2)), ADA);
        scenarios.put(id, 2, Blueprint.EMPTY, ADA);

        assertThat(scenarios.draft(id).orElseThrow().next()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void renamingShowsInPlansToo(ScenarioWorld world) {
        Scenarios scenarios = world.scenarios();
        ScenarioId id = create(world, NewScenario.Starter.FORM, Locale.ENGLISH).id();
        ScenarioVersionId live = ((Scenarios.Published) scenarios.publish(id, true, Optional.empty(), ADA))
                .version()
                .id();
        scenarios.plan(live);
        scenarios.rename(id, "Orders", ADA);

        assertThat(scenarios.plan(live).orElseThrow().scenarioName()).isEqualTo("Orders");
        assertThat(scenarios.rename(id, " ", ADA)).isInstanceOf(Scenarios.Refused.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void tellsWhichScenariosUseAConnection(ScenarioWorld world) {
        Scenarios scenarios = world.scenarios();
        ScenarioId id = create(world, NewScenario.Starter.FORM, Locale.ENGLISH).id();
        long connection = System.nanoTime();
        scenarios.edit(id, 1, List.of(new Edit.SetConnection("e", 2, Optional.of(Long.toString(connection)))), ADA);

        assertThat(world.get(ScenarioConnections.class).of(new dev.tutti.connection.ConnectionId(connection)))
                .extracting(use -> use.id())
                .containsExactly(id.toString());
        assertThat(world.get(ScenarioConnections.class).of(new dev.tutti.connection.ConnectionId(connection / 10)))
                .isEmpty();
    }

    private static ScenarioSummary create(ScenarioWorld world, NewScenario.Starter starter, Locale locale) {
        world.pass(Duration.ofMillis(5));
        return world.scenarios()
                .create(new NewScenario(Optional.empty(), Optional.empty(), Optional.of(starter), locale), ADA);
    }

    private static List<ScenarioId> found(ScenarioWorld world, String text, ScenarioQuery.Status... status) {
        return world
                .scenarios()
                .list(new ScenarioQuery(Optional.of(text), Stream.of(status).findFirst(), Optional.empty(), 50))
                .items()
                .stream()
                .map(ScenarioSummary::id)
                .toList();
    }
}
