package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One blueprint with all that Make has to build scenarios of. */
class EveryConstructTest {

    private static final Takeover TAKEN = Takeover.file("make/everything");

    @Test
    void itIsTakenOverExactly() {
        assertThat(TAKEN.report().modules())
                .hasSize(36)
                .allSatisfy(line -> assertThat(line.grade()).as(line.toString()).isEqualTo(ImportReport.Grade.EXACT));
        assertThat(TAKEN.report().todo()).isEmpty();
        assertThat(TAKEN.report().connect())
                .containsExactly(new ImportReport.Need("webhook", "Orders", java.util.List.of(1), true));
    }

    @Test
    void itGoesBackAsItCame() {
        MakeExportTest.assertSame(TAKEN.exported(), Takeover.json("make/everything"));
    }

    @Test
    void whatWentBackComesInTheSame() {
        MakeExportTest.assertSame(
                BlueprintJson.write(Takeover.of(TAKEN.exported()).blueprint()), BlueprintJson.write(TAKEN.blueprint()));
    }

    @Test
    void settingsMeanHereWhatTheyMeantThere() {
        Settings settings = TAKEN.blueprint().settings();

        assertThat(settings.failures().incompletes()).isTrue();
        assertThat(settings.failures().dataLoss()).isTrue();
        assertThat(settings.failures().maxErrors()).isEqualTo(5);
        assertThat(settings.pace().cycles()).isEqualTo(1);
        assertThat(settings.inputs())
                .singleElement()
                .satisfies(input -> assertThat(input.name()).isEqualTo("region"));
        assertThat(settings.outputs()).hasSize(1);
    }

    @Test
    void variablesOfTheOrganizationAreThoseOfTheWorkspace() {
        assertThat(TAKEN.blueprint().module(2).orElseThrow().values().toString())
                .contains("var.workspace.region")
                .doesNotContain("var.organization");
    }
}
