package dev.tutti.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** How the two databases find runs by words. */
interface SearchTables {

    /** Stores the words of a run in place of those that are there. */
    void write(Connection connection, long run, String words) throws SQLException;

    /** Takes the words of these runs away. */
    void forget(Connection connection, Collection<Long> runs) throws SQLException;

    /** A page of the runs that the wish is about and in which this was said. */
    RunPage find(RunQuery wish, SearchWords.Question question);

    /** The condition that a run's text has these phrases in it. */
    static RunReader.Also phrases(SearchWords.Question question) {
        String clause = " and exists (select 1 from run_text t where t.run_id = run.id and ' ' || t.words like ?)";
        return new RunReader.Also(
                "",
                clause.repeat(question.phrases().size()),
                question.phrases().stream().map(phrase -> "% " + phrase + "%").toList());
    }
}
