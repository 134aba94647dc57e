package dev.tutti.expression;

import dev.tutti.value.Bool;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.Map;
import java.util.Set;

/** The names that mean something without brackets. */
final class Words {
    /** Names that stand for a value. */
    static final Map<String, Value> KEYWORDS = Map.ofEntries(
            Map.entry("null", Nothing.NULL),
            Map.entry("ignore", Nothing.IGNORE),
            Map.entry("erase", Nothing.ERASE),
            Map.entry("true", Bool.TRUE),
            Map.entry("false", Bool.FALSE),
            Map.entry("emptystring", Text.EMPTY),
            Map.entry("emptyarray", Items.EMPTY),
            Map.entry("space", new Text(" ")),
            Map.entry("tab", new Text("\t")),
            Map.entry("newline", new Text("\n")),
            Map.entry("carriagereturn", new Text("\r")),
            Map.entry("nbsp", new Text("\u00A0")));

    /** Names whose value comes with the run. */
    static final Set<String> VARIABLES = Set.of("now", "timestamp", "random", "pi", "uuid", "executionId", "var");

    /** The root of what handlers see; a name like any other where no field of it is asked for. */
    static final String ERROR = "error";

    private Words() {}
}
