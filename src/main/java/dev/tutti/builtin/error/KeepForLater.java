package dev.tutti.builtin.error;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Field;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Structural;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import org.springframework.stereotype.Component;

/** Puts the bundle aside as an incomplete run, tried again by itself or by hand; the others go on. */
@Component
final class KeepForLater implements CatalogueOnly {

    private static final String MAKE = "builtin:Break";

    private static final ModuleSpec SPEC = ModuleSpec.structural("error:break", Kind.DIRECTIVE, Structural.BREAK)
            .disc("archive-restore", "#BC3A12")
            .fields(
                    Field.yesNo("retry").byDefault(true).unmapped(),
                    Field.number("attempts")
                            .byDefault(3)
                            .between(1, 10_000)
                            .unmapped()
                            .when("retry", "true"),
                    Field.number("minutes")
                            .byDefault(15)
                            .between(1, 44_640)
                            .unmapped()
                            .in("min")
                            .when("retry", "true"))
            .example(Fields.EMPTY)
            .make(MakeEquivalent.of(MAKE, KeepForLater::fromMake).back(KeepForLater::toMake))
            .words("""
                    app = If this fails… | En cas d’échec…
                    name = Keep for later | Mettre de côté
                    help = Keeps the bundle as an incomplete run in the inbox and tries it again, by itself or when you say so. The other bundles go on; the run ends with a warning. | Garde le lot dans la boîte de réception comme exécution à reprendre et réessaie, seul ou à votre demande. Les autres lots continuent ; l’exécution finit avec un avertissement.
                    keywords = break, retry, incomplete run, dead letter, queue, try again, error handler, directive | réessayer, reprendre, mettre de côté, erreur, directive
                    field.retry.label = Try again by itself | Réessayer automatiquement
                    field.retry.help = Otherwise the bundle waits until somebody resolves it. | Sinon, le lot attend que quelqu’un le traite.
                    field.attempts.label = Attempts | Tentatives
                    field.attempts.help = How often it is tried again before it waits for a person. | Le nombre de tentatives avant d’attendre une personne.
                    field.minutes.label = Wait between attempts | Attente entre les tentatives
                    field.minutes.help = The pause before each attempt, in minutes. | La pause avant chaque tentative, en minutes.
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Fields.of(
                "retry",
                Bool.of(node.yes("retry", true)),
                "attempts",
                node.value("count"),
                "minutes",
                node.value("interval")));
    }

    private static MakeWriting toMake(Fields values) {
        return MakeWriting.of(MAKE, 1)
                .mapped("retry", Bool.of(MakeNode.yes(values.get("retry"), true)))
                .mapped("count", values.get("attempts"))
                .mapped("interval", values.get("minutes"));
    }
}
