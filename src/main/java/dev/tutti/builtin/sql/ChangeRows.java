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
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Changes the rows of a table that have certain values. */
@Component
final class ChangeRows implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("sql:update", Effect.UPDATE)
            .disc(Sql.ICON, Sql.TINT)
            .needsConnection("database")
            .fields(
                    Field.text("table").require().like("orders"),
                    Field.of("where", FieldType.KEYVALUE)
                            .parts(Field.text("name"), Field.of("value", FieldType.ANY))
                            .require(),
                    Field.of("values", FieldType.KEYVALUE)
                            .parts(Field.text("name"), Field.of("value", FieldType.ANY))
                            .require())
            .outputs(Output.number("affected"))
            .example(Fields.of("affected", Num.of(1)))
            .words("""
                    app = Database | Base de données
                    name = Change rows | Modifier des lignes
                    help = Changes every row that has the values you name. | Modifie toutes les lignes qui ont les valeurs indiquées.
                    keywords = sql, update, postgres, mysql, mariadb | sql, modifier, mettre à jour
                    field.table.label = Table | Table
                    field.table.help = Its name, with the schema before a point where it needs one. | Son nom, précédé du schéma et d’un point si nécessaire.
                    field.where.label = Which rows | Quelles lignes
                    field.where.help = All of these columns have to hold these values. | Toutes ces colonnes doivent contenir ces valeurs.
                    field.where.name.label = Column | Colonne
                    field.where.value.label = Value | Valeur
                    field.values.label = New values | Nouvelles valeurs
                    field.values.help = Columns that are left out stay as they are. | Les colonnes omises restent inchangées.
                    field.values.name.label = Column | Colonne
                    field.values.value.label = Value | Valeur
                    output.affected = Rows changed | Lignes modifiées
                    """)
            .done();

    private final Sql sql;

    ChangeRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Sql.Cells where = Sql.Cells.of(input.get("where"));
        Sql.Cells cells = Sql.Cells.of(input.get("values"));
        // Without a condition every row would change; a value that came out empty must not have that effect either.
        if (where.isEmpty() || cells.isEmpty() || where.values().stream().anyMatch(Nothing.class::isInstance)) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.sql.where");
        }
        List<Value> values = new ArrayList<>(cells.values());
        values.addAll(where.values());
        return sql.change(
                invocation,
                open -> Outcome.emitted(open.change(
                        open.dialect().update(Sql.text(input.get("table")), cells.columns(), where.columns()),
                        values)));
    }
}
