package dev.tutti.builtin.error;

import dev.tutti.connector.Field;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fails with an error of one's own, to be handled like any other. Make has nothing like it. */
@Component
final class FailOnPurpose implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("error:throw")
            .disc("octagon-x", "#BC3A12")
            .fields(
                    Field.select(
                                    "type",
                                    "DataError",
                                    "BundleValidationError",
                                    "DuplicateDataError",
                                    "IncompleteDataError",
                                    "ConnectionError",
                                    "RateLimitError",
                                    "ModuleTimeoutError",
                                    "InvalidConfigurationError",
                                    "RuntimeError")
                            .byDefault("DataError"),
                    Field.text("message").require(),
                    Field.text("detail").lines().inAdvanced())
            .example(Fields.EMPTY)
            .words("""
                    app = If this fails… | En cas d’échec…
                    name = Fail with an error | Échouer avec une erreur
                    help = Fails with the error you describe. It is handled like any other error: by an “If this fails…” route, else by the rules of the scenario. | Échoue avec l’erreur que vous décrivez. Elle est traitée comme toute autre erreur : par une voie « En cas d’échec… », sinon selon les règles du scénario.
                    keywords = throw, raise, error, abort, assert, stop | lever, erreur, interrompre, arrêter
                    field.type.label = Type of error | Type d’erreur
                    field.type.help = Handlers can tell errors apart by it. | Permet aux voies de secours de distinguer les erreurs.
                    field.type.option.DataError = Data is wrong | Données erronées
                    field.type.option.BundleValidationError = A value is missing or of the wrong type | Valeur manquante ou de mauvais type
                    field.type.option.DuplicateDataError = Data is there already | Données déjà présentes
                    field.type.option.IncompleteDataError = Data is incomplete | Données incomplètes
                    field.type.option.ConnectionError = Cannot be reached | Injoignable
                    field.type.option.RateLimitError = Too many requests | Trop de requêtes
                    field.type.option.ModuleTimeoutError = Takes too long | Délai dépassé
                    field.type.option.InvalidConfigurationError = Set up wrongly | Mauvaise configuration
                    field.type.option.RuntimeError = Something else | Autre
                    field.message.label = Message | Message
                    field.message.help = What people and error routes read. | Ce que lisent les personnes et les voies de secours.
                    field.detail.label = Details | Détails
                    field.detail.help = Anything that helps to find the cause. | Tout ce qui aide à trouver la cause.
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Failure failure = Failure.of(kind(text(input, "type")), text(input, "message"));
        return new Outcome.Failed(Optional.of(text(input, "detail"))
                .filter(detail -> !detail.isBlank())
                .map(failure::withDetail)
                .orElse(failure));
    }

    private static Failure.Kind kind(String type) {
        return Arrays.stream(Failure.Kind.values())
                .filter(kind -> kind.type().equals(type))
                .findFirst()
                .orElse(Failure.Kind.RUNTIME);
    }

    private static String text(Fields input, String key) {
        return input.get(key) instanceof Text(String text) ? text : "";
    }
}
