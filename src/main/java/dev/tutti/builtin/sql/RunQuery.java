package dev.tutti.builtin.sql;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Runs a statement and gives one bundle for each row. The statement is fixed: what is mapped goes in as parameters. */
@Component
final class RunQuery implements Module {

    private static final int MOST = 10_000;

    /** A statement that only reads, as far as its words tell; a function that it calls may do anything. */
    private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with|show|explain|values|table|describe)\\b"
            + "(?!.*\\b(insert|update|delete|merge|truncate|drop|alter|create|call|into)\\b).*");

    private static final ModuleSpec SPEC = ModuleSpec.action("sql:query", RunQuery::effect)
            .disc(Sql.ICON, Sql.TINT)
            .needsConnection("database")
            .fields(
                    Field.text("sql")
                            .require()
                            .unmapped()
                            .lines()
                            .like("select * from orders where status = ? and total > ?"),
                    Field.list("parameters", FieldType.ANY),
                    Field.number("limit").byDefault(1000).between(1, MOST),
                    Field.yesNo("continueIfEmpty").byDefault(false).inAdvanced())
            .open()
            .example(Fields.of("id", Num.of(7), "name", Text.of("Ada Lovelace")))
            .words("""
                    app = Database | Base de données
                    name = Run a query | Exécuter une requête
                    help = Runs an SQL statement and gives one bundle for each row. | Exécute une instruction SQL et donne un lot par ligne.
                    keywords = sql, select, query, postgres, mysql, mariadb | sql, requête, base, interroger
                    field.sql.label = Statement | Instruction
                    field.sql.help = Write ? where a value belongs; the values stand below, in the same order. | Écrivez ? à la place de chaque valeur ; les valeurs suivent ci-dessous, dans le même ordre.
                    field.parameters.label = Values | Valeurs
                    field.parameters.help = One for each ? of the statement. They can never change the statement itself. | Une pour chaque ? de l’instruction. Elles ne peuvent jamais modifier l’instruction elle-même.
                    field.limit.label = Most rows | Nombre maximal de lignes
                    field.limit.help = At most 10,000. | Au plus 10 000.
                    field.continueIfEmpty.label = Continue if nothing was found | Continuer si rien n’est trouvé
                    field.continueIfEmpty.help = Goes on with one empty bundle. | Continue avec un lot vide.
                    """)
            .done();

    private final Sql sql;

    RunQuery(Sql sql) {
        this.sql = sql;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    static Effect effect(Fields input) {
        return READS.matcher(Sql.text(input.get("sql"))).matches() ? Effect.READ : Effect.UPDATE;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        int limit = input.get("limit") instanceof Num(var most) ? most.intValue() : MOST;
        List<Value> values = input.get("parameters") instanceof Items items ? items.items() : List.of();
        return sql.change(invocation, open -> {
            List<Fields> rows = open.execute(Sql.text(input.get("sql")), values, limit);
            boolean empty = rows.isEmpty() && input.get("continueIfEmpty") == Bool.TRUE;
            return new Outcome.Emitted(empty ? List.of(Fields.EMPTY) : rows);
        });
    }
}
