package dev.tutti.run;

import org.springframework.stereotype.Component;

/** Finds runs by what was said in them. */
@Component
public final class RunSearch {

    private final Runs runs;
    private final SearchTables tables;

    RunSearch(Runs runs, SearchTables tables) {
        this.runs = runs;
        this.tables = tables;
    }

    /**
     * A page of the runs the query is about, newest first, in whose inputs and outputs all these words were said, each
     * whole or as the beginning of a longer one; what was typed without a space stands together. Runs are found some
     * moments after they ended; those of confidential scenarios never. Without a word in it, all runs of the query.
     */
    public RunPage find(RunQuery query, String words) {
        return SearchWords.question(words)
                .map(question -> tables.find(query, question))
                .orElseGet(() -> runs.list(query));
    }
}
