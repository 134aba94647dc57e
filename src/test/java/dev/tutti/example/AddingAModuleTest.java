package dev.tutti.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.TestCall;
import dev.tutti.connector.Modules;
import dev.tutti.connector.Words;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The example of docs/adding-a-module.md is what it says: one file, found without being listed, and working. */
@ModuleBench
class AddingAModuleTest {

    private final Modules modules;

    AddingAModuleTest(Modules modules) {
        this.modules = modules;
    }

    @Test
    void theDocumentShowsThisVeryFile() throws Exception {
        String file = Files.readString(Path.of("src/test/java/dev/tutti/example/ShoutText.java"));
        assertThat(Files.readString(Path.of("docs/adding-a-module.md"))).contains("```java\n" + file + "```");
    }

    @Test
    void theModuleIsInTheCatalogueWithItsTextsInBothLanguages() {
        assertThat(modules.find("example:shout")).isPresent();
        Words words = modules.words("example:shout").orElseThrow();
        assertThat(words.name(Locale.ENGLISH)).isEqualTo("Shout");
        assertThat(words.name(Locale.FRENCH)).isEqualTo("Crier");
        assertThat(words.label("marks", Locale.FRENCH)).isEqualTo("Points d’exclamation");
        assertThat(words.app(Locale.FRENCH)).isEqualTo("Exemples");
    }

    @Test
    void theModuleRuns() {
        assertThat(shout("good morning")).isEqualTo(Outcome.emitted(Fields.of("text", new Text("GOOD MORNING!"))));
        assertThat(((Outcome.Failed) shout(" ")).failure().kind()).isEqualTo(Failure.Kind.DATA);
    }

    private Outcome shout(String text) {
        return modules.call("example:shout", 1, Fields.of("text", new Text(text)), TestCall.once());
    }
}
