package dev.tutti.builtin.sql;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import org.springframework.stereotype.Component;

/** Adds a row to a table. */
@Component
final class InsertRow implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("sql:insert", Effect.CREATE)
            .disc(Sql.ICON, Sql.TINT)
            .needsConnection("database")
            .fields(
                    Field.text("table").require().like("orders"),
                    Field.of("values", FieldType.KEYVALUE)
                            .parts(Field.text("name"), Field.of("value", FieldType.ANY))
                            .require())
            .outputs(Output.number("affected"), Output.collection("row"))
            .example(Fields.of("affected", Num.of(1), "row", Fields.of("id", Num.of(7), "name", Text.of("Ada"))))
            .words("""
                    app = Database | Base de données
                    name = Add a row | Ajouter une ligne
                    help = Adds a row to a table of the database. | Ajoute une ligne à une table de la base de données.
                    keywords = sql, insert, create, postgres, mysql, mariadb | sql, insérer, créer
                    field.table.label = Table | Table
                    field.table.help = Its name, with the schema before a point where it needs one. | Son nom, précédé du schéma et d’un point si nécessaire.
                    field.values.label = Columns | Colonnes
                    field.values.help = What goes into which column. Columns that are left out get their default. | Ce qui va dans chaque colonne. Les colonnes omises prennent leur valeur par défaut.
                    field.values.name.label = Column | Colonne
                    field.values.value.label = Value | Valeur
                    output.affected = Rows added | Lignes ajoutées
                    output.row = What the database filled in | Ce que la base a complété
                    """)
            .done();

    private final Sql sql;

    InsertRow(Sql sql) {
        this.sql = sql;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Sql.Cells cells = Sql.Cells.of(input.get("values"));
        return sql.change(
                invocation,
                open -> Outcome.emitted(open.insert(
                        open.dialect().insert(Sql.text(input.get("table")), cells.columns()), cells.values())));
    }
}
