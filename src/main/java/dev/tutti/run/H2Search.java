package dev.tutti.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** H2 gets a table of words; what has several words is put together here. */
final class H2Search implements SearchTables {

    private static final int AT_A_TIME = 500;

    private final Reading reading;
    private final RunReader reader;

    H2Search(Reading reading, RunReader reader) {
        this.reading = reading;
        this.reader = reader;
    }

    @Override
    public void write(Connection connection, long run, String words) throws SQLException {
        forget(connection, List.of(run));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into run_text (run_id, words) values (?, ?)")) {
            insert.setLong(1, run);
            insert.setString(2, words);
            insert.executeUpdate();
        }
        eachWord(connection, "insert into run_word (word, run_id) values (?, ?)", run, words);
    }

    @Override
    public void forget(Connection connection, Collection<Long> runs) throws SQLException {
        for (long run : runs) {
            try (PreparedStatement select =
                    connection.prepareStatement("select words from run_text where run_id = ?")) {
                select.setLong(1, run);
                try (ResultSet found = select.executeQuery()) {
                    if (found.next()) {
                        eachWord(
                                connection,
                                "delete from run_word where word = ? and run_id = ?",
                                run,
                                found.getString(1));
                    }
                }
            }
            Sql.update(connection, "delete from run_text where run_id = ?", run);
        }
    }

    private static void eachWord(Connection connection, String sql, long run, String words) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Set<String> each = words.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(words.split(" ")));
            for (String word : each) {
                statement.setString(1, word);
                statement.setLong(2, run);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public RunPage find(RunQuery wish, SearchWords.Question question) {
        long[] runs = null;
        for (SearchWords.Word word : question.words()) {
            long[] said = said(word, wish.after());
            runs = runs == null ? said : both(runs, said);
            if (runs.length == 0) {
                break;
            }
        }
        return page(wish, SearchTables.phrases(question), runs == null ? new long[0] : runs);
    }

    /** The runs in which the word was said, sorted. */
    private long[] said(SearchWords.Word word, Optional<RunId> before) {
        long end = before.map(RunId::value).orElse(Long.MAX_VALUE);
        List<Long> found = word.whole()
                ? reading.query(
                        "select run_id from run_word where word = ? and run_id < ?",
                        List.of(word.text(), end),
                        row -> row.getLong(1))
                : reading.query(
                        "select run_id from run_word where word >= ? and word < ? and run_id < ?",
                        List.of(word.text(), word.text() + Character.MAX_VALUE, end),
                        row -> row.getLong(1));
        return found.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }

    private static long[] both(long[] some, long[] others) {
        return LongStream.of(some)
                .filter(run -> Arrays.binarySearch(others, run) >= 0)
                .toArray();
    }

    /** @param runs sorted, the newest last */
    private RunPage page(RunQuery wish, RunReader.Also phrases, long[] runs) {
        List<Run> page = new ArrayList<>();
        for (int end = runs.length; end > 0 && page.size() <= wish.limit(); end -= AT_A_TIME) {
            String ids = LongStream.of(Arrays.copyOfRange(runs, Math.max(0, end - AT_A_TIME), end))
                    .mapToObj(Long::toString)
                    .collect(Collectors.joining(", ", " and id in (", ")"));
            RunPage part = reader.list(wish, new RunReader.Also("", ids + phrases.clause(), phrases.parameters()));
            page.addAll(part.items());
            if (part.next().isPresent()) {
                break;
            }
        }
        boolean whole = page.size() < wish.limit();
        List<Run> items = page.size() > wish.limit() ? page.subList(0, wish.limit()) : page;
        return new RunPage(
                List.copyOf(items),
                whole ? Optional.empty() : Optional.of(items.getLast().id()));
    }
}
