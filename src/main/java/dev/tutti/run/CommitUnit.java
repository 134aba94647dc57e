package dev.tutti.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Writes that are durable together or not at all. */
record CommitUnit(List<Write> writes, CompletableFuture<Commit> done) {

    int size() {
        int size = 0;
        for (Write write : writes) {
            size += switch (write) {
                case Write.Accept ignored -> 300;
                case Write.Chunk chunk ->
                    100 + chunk.data().length + (chunk.input() == null ? 0 : chunk.input().length);
                case Write.Change ignored -> 200;
                case Write.Also ignored -> 200;
            };
        }
        return size;
    }
}
