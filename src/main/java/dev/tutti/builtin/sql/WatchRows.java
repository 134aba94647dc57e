package dev.tutti.builtin.sql;

import dev.tutti.connector.Cursor;
import dev.tutti.connector.Field;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Polled;
import dev.tutti.connector.PolledList;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Starts a scenario with the rows that were added to a table, told by a column whose values grow. */
@Component
final class WatchRows implements PolledList {

    private static final ModuleSpec SPEC = ModuleSpec.trigger("sql:watch")
            .disc(Sql.ICON, Sql.TINT)
            .needsConnection("database")
            .fields(
                    Field.text("table").require().unmapped().like("orders"),
                    Field.text("column").require().unmapped().byDefault("id"),
                    Field.number("limit").byDefault(100).between(1, 10_000).unmapped())
            .open()
            .example(Fields.of("id", Num.of(7), "name", Text.of("Ada Lovelace")))
            .words("""
                    app = Database | Base de données
                    name = Watch rows | Surveiller les lignes
                    help = Starts with each new row of a table. | Démarre avec chaque nouvelle ligne d’une table.
                    keywords = sql, trigger, poll, new, postgres, mysql, mariadb | sql, déclencheur, nouvelle
                    field.table.label = Table | Table
                    field.table.help = Its name, with the schema before a point where it needs one. | Son nom, précédé du schéma et d’un point si nécessaire.
                    field.column.label = Growing column | Colonne croissante
                    field.column.help = A number that only grows and has an index, such as id. | Un nombre qui ne fait que croître et qui est indexé, comme id.
                    field.limit.label = Most rows at a time | Lignes au plus par cycle
                    field.limit.help = What is left over comes the next time. | Le reste vient la fois suivante.
                    """)
            .done();

    private final Sql sql;

    WatchRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Cursor cursor() {
        return Cursor.byId();
    }

    @Override
    public Polled<List<Item>> list(Fields values, Query query, Invocation invocation) {
        String column = Sql.text(values.get("column"));
        Outcome outcome = sql.ask(invocation, open -> {
            String name = open.dialect().name(column);
            List<Value> parameters = new ArrayList<>();
            Optional<String> after = query.afterId();
            after.ifPresent(id -> parameters.add(Text.of(id)));
            String statement = "select * from " + open.dialect().table(Sql.text(values.get("table")))
                    + (after.isPresent() ? " where " + name + " > ?" : "")
                    + " order by " + name + (query.newest() ? " desc" : "")
                    + " limit " + query.limit();
            return new Outcome.Emitted(open.execute(statement, parameters, query.limit()));
        });
        return switch (outcome) {
            case Outcome.Emitted(List<Fields> rows) ->
                new Polled.Got<>(rows.stream().map(row -> item(row, column)).toList());
            case Outcome.Failed(var failure) -> new Polled.Failed<>(failure);
            case Outcome.Suspended _ -> throw new IllegalStateException("A question does not wait");
        };
    }

    private static Item item(Fields row, String column) {
        String id = switch (row.get(column)) {
            case Num number -> number.plain();
            case Text(String text) -> text;
            case Value _ -> "";
        };
        return new Item(id, Optional.empty(), id, row);
    }
}
