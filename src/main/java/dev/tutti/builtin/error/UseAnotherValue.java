package dev.tutti.builtin.error;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Kind;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Structural;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import org.springframework.stereotype.Component;

/** Puts other values in the place of what the failed module would have returned, and goes on behind it. */
@Component
final class UseAnotherValue implements CatalogueOnly {

    private static final String MAKE = "builtin:Resume";

    private static final ModuleSpec SPEC = ModuleSpec.structural("error:resume", Kind.DIRECTIVE, Structural.RESUME)
            .disc("circle-play", "#BC3A12")
            .fields(Field.list("fields", Field.text("name").require().unmapped(), Field.of("value", FieldType.ANY)))
            .example(Fields.EMPTY)
            .make(MakeEquivalent.of(MAKE, UseAnotherValue::fromMake).back(UseAnotherValue::toMake))
            .words("""
                    app = If this fails… | En cas d’échec…
                    name = Use another value | Utiliser une autre valeur
                    help = Goes on behind the module that failed, with these values in the place of what it would have returned. The run counts as a success. | Continue après le module en échec, avec ces valeurs à la place de ce qu’il aurait renvoyé. L’exécution compte comme réussie.
                    keywords = resume, default value, fallback value, substitute, error handler, directive | reprendre, valeur par défaut, remplacer, erreur, directive
                    field.fields.label = Values | Valeurs
                    field.fields.help = The fields that the modules behind read from the one that failed. | Les champs que les modules suivants lisent dans celui qui a échoué.
                    field.fields.name.label = Field | Champ
                    field.fields.value.label = Value | Valeur
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    private static MakeTranslation fromMake(MakeNode node) {
        Items fields = new Items(node.mapper().fields().entrySet().stream()
                .<Value>map(field -> Fields.of("name", new Text(field.getKey()), "value", field.getValue()))
                .toList());
        return MakeTranslation.exact(Fields.of("fields", fields));
    }

    private static MakeWriting toMake(Fields values) {
        MakeWriting writing = MakeWriting.of(MAKE, 1);
        if (values.get("fields") instanceof Items fields) {
            for (Value field : fields.items()) {
                if (field instanceof Fields pair) {
                    writing = writing.mapped(MakeNode.text(pair.get("name")), pair.get("value"));
                }
            }
        } else if (values.get("fields") instanceof Fields record) {
            for (var field : record.fields().entrySet()) {
                writing = writing.mapped(field.getKey(), field.getValue());
            }
        }
        return writing;
    }
}
