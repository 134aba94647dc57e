package dev.tutti.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.builtin.TestCall;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final String WORDS = """
            app = Test | Test
            name = Break | Casser
            help = Fails always, for this test only. | Échoue toujours, pour ce test seulement.
            keywords = a, b | c, d
            """;

    private record Written(ModuleSpec spec) implements Module {
        @Override
        public Outcome run(Fields input, Invocation invocation) {
            throw new IllegalStateException("password=hunter2");
        }
    }

    private static Module module(String ref, String words, Field... fields) {
        return new Written(ModuleSpec.action(ref, Effect.NONE)
                .fields(fields)
                .example(Fields.EMPTY)
                .words(words)
                .done());
    }

    @Test
    void refusesToStartWithAModuleThatIsNotFinished() {
        assertThatThrownBy(() -> new Modules(List.of(module(
                        "test:half",
                        "name = Half | Moitié",
                        Field.text("a"),
                        Field.text("a"),
                        Field.select("b").byDefault("x"),
                        Field.text("c").when("nowhere", "x")))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test:half has no text \"help\" in English")
                .hasMessageContaining("test:half has no text \"field.a.label\" in French")
                .hasMessageContaining("two fields \"a\"")
                .hasMessageContaining("\"b\" from nothing")
                .hasMessageContaining("\"nowhere\"");
        assertThatThrownBy(() -> new Modules(List.of(module("test:a", WORDS), module("test:a", WORDS))))
                .hasMessageContaining("test:a is there twice");
    }

    @Test
    void aBugOfAModuleIsAFailureThatTellsNobodysData() {
        Outcome outcome =
                new Modules(List.of(module("test:bug", WORDS))).call("test:bug", 1, Fields.EMPTY, TestCall.once());
        Failure failure = ((Outcome.Failed) outcome).failure();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNEXPECTED);
        assertThat(failure.message()).contains("“Break”");
        assertThat(failure.toString()).doesNotContain("hunter2");
    }

    @Test
    void refusesReferencesAndColoursThatAreNone() {
        assertThatThrownBy(
                        () -> ModuleSpec.logic("No Ref").example(Fields.EMPTY).done())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ModuleSpec.logic("a:b")
                        .disc("box", "red")
                        .example(Fields.EMPTY)
                        .done())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ModuleSpec.logic("a:b").done()).hasMessageContaining("example");
    }
}
