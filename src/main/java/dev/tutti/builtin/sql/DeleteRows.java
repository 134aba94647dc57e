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
import org.springframework.stereotype.Component;

/** Deletes the rows of a table that have certain values. */
@Component
final class DeleteRows implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("sql:delete", Effect.DELETE)
            .disc(Sql.ICON, Sql.TINT)
            .needsConnection("database")
            .fields(
                    Field.text("table").require().like("orders"),
                    Field.of("where", FieldType.KEYVALUE)
                            .parts(Field.text("name"), Field.of("value", FieldType.ANY))
                            .require())
            .outputs(Output.number("affected"))
            .example(Fields.of("affected", Num.of(1)))
            .words("""
                    app = Database | Base de données
                    name = Delete rows | Supprimer des lignes
                    help = Deletes every row that has the values you name. | Supprime toutes les lignes qui ont les valeurs indiquées.
                    keywords = sql, delete, remove, postgres, mysql, mariadb | sql, supprimer, effacer
                    field.table.label = Table | Table
                    field.table.help = Its name, with the schema before a point where it needs one. | Son nom, précédé du schéma et d’un point si nécessaire.
                    field.where.label = Which rows | Quelles lignes
                    field.where.help = All of these columns have to hold these values. | Toutes ces colonnes doivent contenir ces valeurs.
                    field.where.name.label = Column | Colonne
                    field.where.value.label = Value | Valeur
                    output.affected = Rows deleted | Lignes supprimées
                    """)
            .done();

    private final Sql sql;

    DeleteRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Sql.Cells where = Sql.Cells.of(input.get("where"));
        if (where.isEmpty() || where.values().stream().anyMatch(Nothing.class::isInstance)) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.sql.where");
        }
        return sql.change(
                invocation,
                open -> Outcome.emitted(open.change(
                        open.dialect().delete(Sql.text(input.get("table")), where.columns()), where.values())));
    }
}
