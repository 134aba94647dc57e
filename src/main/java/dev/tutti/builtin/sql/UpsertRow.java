package dev.tutti.builtin.sql;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import java.util.List;
import org.springframework.stereotype.Component;

/** Adds a row, or changes the one that has the same key. */
@Component
final class UpsertRow implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("sql:upsert", Effect.UPDATE)
            .disc(Sql.ICON, Sql.TINT)
            .needsConnection("database")
            .fields(
                    Field.text("table").require().like("customers"),
                    Field.list("keys", FieldType.TEXT).require(),
                    Field.of("values", FieldType.KEYVALUE)
                            .parts(Field.text("name"), Field.of("value", FieldType.ANY))
                            .require())
            .outputs(Output.number("affected"))
            .example(Fields.of("affected", Num.of(1)))
            .words("""
                    app = Database | Base de données
                    name = Add or change a row | Ajouter ou modifier une ligne
                    help = Adds a row; where one with the same key is there already, changes that one. | Ajoute une ligne ; si une ligne a déjà la même clé, la modifie.
                    keywords = sql, upsert, merge, postgres, mysql, mariadb | sql, fusionner
                    field.table.label = Table | Table
                    field.table.help = Its name, with the schema before a point where it needs one. | Son nom, précédé du schéma et d’un point si nécessaire.
                    field.keys.label = Key columns | Colonnes de la clé
                    field.keys.help = The columns that tell one row from another. The table needs a unique index over them. | Les colonnes qui distinguent une ligne d’une autre. La table doit avoir un index unique sur elles.
                    field.values.label = Columns | Colonnes
                    field.values.help = What goes into which column, those of the key too. | Ce qui va dans chaque colonne, celles de la clé comprises.
                    field.values.name.label = Column | Colonne
                    field.values.value.label = Value | Valeur
                    output.affected = Rows affected | Lignes concernées
                    """)
            .done();

    private final Sql sql;

    UpsertRow(Sql sql) {
        this.sql = sql;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Sql.Cells cells = Sql.Cells.of(input.get("values"));
        List<String> keys = input.get("keys") instanceof Items items
                ? items.items().stream()
                        .map(Sql::text)
                        .filter(key -> !key.isBlank())
                        .toList()
                : List.of();
        if (keys.isEmpty() || !cells.columns().containsAll(keys)) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.sql.keys");
        }
        return sql.change(
                invocation,
                open -> Outcome.emitted(open.change(
                        open.dialect().upsert(Sql.text(input.get("table")), keys, cells.columns()), cells.values())));
    }
}
