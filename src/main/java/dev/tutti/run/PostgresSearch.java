package dev.tutti.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** PostgreSQL has inverted indexes of its own. */
final class PostgresSearch implements SearchTables {

    private final RunReader reader;

    PostgresSearch(RunReader reader) {
        this.reader = reader;
    }

    @Override
    public void write(Connection connection, long run, String words) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into run_text (run_id, words, lexemes) values"
                        + " (?, ?, array_to_tsvector(string_to_array(?, ' '))) on conflict (run_id)"
                        + " do update set words = excluded.words, lexemes = excluded.lexemes")) {
            insert.setLong(1, run);
            insert.setString(2, words);
            insert.setString(3, words);
            insert.executeUpdate();
        }
    }

    @Override
    public void forget(Connection connection, Collection<Long> runs) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from run_text where run_id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", runs.toArray()));
            delete.executeUpdate();
        }
    }

    /** The index is asked first, whatever the planner thinks of walking through all runs from the newest on. */
    @Override
    public RunPage find(RunQuery wish, SearchWords.Question question) {
        String lexemes = question.words().stream()
                .map(word -> "'" + word.text() + "'" + (word.whole() ? "" : ":*"))
                .collect(Collectors.joining(" & "));
        RunReader.Also phrases = SearchTables.phrases(question);
        List<Object> parameters = new ArrayList<>(List.of(lexemes));
        parameters.addAll(phrases.parameters());
        return reader.list(
                wish,
                new RunReader.Also(
                        "with said as materialized"
                                + " (select run_id from run_text where lexemes @@ cast(? as tsquery)) ",
                        " and id in (select run_id from said)" + phrases.clause(),
                        parameters));
    }
}
