package dev.tutti.scenario.make;

import dev.tutti.connector.Modules;
import dev.tutti.scenario.exchange.Findings;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one export works with: the blueprint by number, what came from Make, and which modules were written. */
final class Giving {

    final Modules modules;
    final Sheet sheet;
    final Findings report = new Findings("make");
    final Fields kept;
    final Set<Integer> written = new HashSet<>();
    private final Map<Integer, Sheet.Piece> pieces = new HashMap<>();
    private final Map<Integer, List<Sheet.Way>> ways = new HashMap<>();
    private final Set<Integer> entered = new HashSet<>();
    private int next;

    Giving(Modules modules, Sheet sheet) {
        this.modules = modules;
        this.sheet = sheet;
        this.kept = Look.fields(sheet.settings, "make");
        sheet.pieces.forEach(piece -> pieces.put(piece.no(), piece));
        sheet.ways.stream().sorted(Comparator.comparingInt(Sheet.Way::order)).forEach(way -> {
            ways.computeIfAbsent(way.from(), _ -> new java.util.ArrayList<>()).add(way);
            entered.add(way.to());
        });
        next = sheet.pieces.stream().mapToInt(Sheet.Piece::no).max().orElse(0) + 1;
    }

    /** The module with this number, which must exist. */
    Sheet.Piece piece(int no) {
        return find(no).orElseThrow();
    }

    Optional<Sheet.Piece> find(int no) {
        return Optional.ofNullable(pieces.get(no));
    }

    /** The links that leave a module, in their order; those for failures, or the others. */
    List<Sheet.Way> ways(int no, boolean error) {
        return ways.getOrDefault(no, List.of()).stream()
                .filter(way -> way.error() == error)
                .toList();
    }

    boolean entered(int no) {
        return entered.contains(no);
    }

    int fresh() {
        return next++;
    }

    /** The node that the module was in Make, if it came from there. */
    Optional<Fields> original(Sheet.Piece piece) {
        Fields kept = piece.ref().startsWith(MakeModules.INERT)
                ? Look.fields(piece.values(), "make")
                : Look.fields(Look.fields(this.kept, MakeOriginals.NODES), String.valueOf(piece.no()));
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }
}
