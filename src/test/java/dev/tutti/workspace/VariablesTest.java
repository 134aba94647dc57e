package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.GroundFloor;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.core.context.SecurityContextHolder;

class VariablesTest {

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate", "_", "$price", "A1_$", "lastInvoice"})
    void lettersDigitsUnderlineAndDollarMakeAName(String name) {
        assertThat(Variable.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "two words", "a.b", "é", "a-b", "{{x}}"})
    void anythingElseIsNoName(String name) {
        assertThat(Variable.isName(name)).isFalse();
    }

    @Test
    void aNameHasAtMost128Letters() {
        assertThat(Variable.isName("x".repeat(128))).isTrue();
        assertThat(Variable.isName("x".repeat(129))).isFalse();
    }

    @Test
    void eachTypeHasOneFormOfItsContents() {
        assertThat(Variable.Type.NUMBER.read(" 1e3 ")).contains("1000");
        assertThat(Variable.Type.NUMBER.read("12,5")).isEmpty();
        assertThat(Variable.Type.NUMBER.read("1e99999")).isEmpty();
        assertThat(Variable.Type.BOOLEAN.read("TRUE")).contains("true");
        assertThat(Variable.Type.BOOLEAN.read("yes")).isEmpty();
        assertThat(Variable.Type.DATE.read("2026-11-20T10:00:00+01:00")).contains("2026-11-20T09:00:00Z");
        assertThat(Variable.Type.DATE.read("tomorrow")).isEmpty();
        assertThat(Variable.Type.TEXT.read(" as it is ")).contains(" as it is ");
        assertThat(Variable.Type.TEXT.read("x".repeat(20_001))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.GroundFloor#both")
    void whatItWasSetToIsRemembered(GroundFloor floor) {
        User owner = floor.asOwner();
        Variables variables = floor.get(Variables.class);

        assertThat(variables.create("rate", Variable.Type.NUMBER, "20")).isInstanceOf(Variables.Done.class);
        assertThat(variables.create("rate", Variable.Type.TEXT, "20")).isEqualTo(new Variables.Taken());
        assertThat(variables.create("1", Variable.Type.TEXT, "")).isEqualTo(new Variables.BadName());
        assertThat(variables.set("rate", "many")).isEqualTo(new Variables.BadContent(Variable.Type.NUMBER));
        assertThat(variables.set("rate", "21.0")).isInstanceOf(Variables.Done.class);
        assertThat(variables.setByRun("rate", "22", "4711")).isInstanceOf(Variables.Done.class);
        assertThat(variables.setByRun("rate", "22", "4712")).isInstanceOf(Variables.Done.class);
        assertThat(variables.set("gone", "1")).isEqualTo(new Variables.Missing());

        assertThat(variables.find("rate")).map(Variable::content).contains("22");
        assertThat(variables.history("rate"))
                .extracting(VariableChange::content, VariableChange::by, VariableChange::run)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("22", Optional.empty(), Optional.of("4711")),
                        org.assertj.core.groups.Tuple.tuple("21.0", Optional.of(owner.name()), Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple("20", Optional.of(owner.name()), Optional.empty()));

        assertThat(variables.delete("rate")).isTrue();
        assertThat(variables.delete("rate")).isFalse();
        assertThat(variables.find("rate")).isEmpty();
        assertThat(variables.history("rate")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.GroundFloor#both")
    void onlyTheLastTwoHundredChangesStay(GroundFloor floor) {
        floor.asOwner();
        Variables variables = floor.get(Variables.class);
        variables.create("busy", Variable.Type.NUMBER, "0");
        for (int i = 1; i <= 205; i++) {
            variables.setByRun("busy", "" + i, "1");
        }
        assertThat(variables.history("busy"))
                .hasSize(200)
                .first()
                .matches(change -> change.content().equals("205"));
        variables.delete("busy");
    }
}
