package dev.tutti.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What a person draws: modules, the links between them, notes, and the settings of the scenario. It may be unfinished
 * or wrong (that is what {@link Problem}s say); only its shape is certain: numbers are unique and every link joins two
 * modules that exist.
 */
public record Blueprint(List<Node> modules, List<Link> links, List<Note> notes, Settings settings) {

    /** A scenario with nothing in it. */
    public static final Blueprint EMPTY = new Blueprint(List.of(), List.of(), List.of(), Settings.DEFAULT);

    public Blueprint {
        modules = List.copyOf(modules);
        links = List.copyOf(links);
        notes = List.copyOf(notes);
    }

    /** The module with this number. */
    public Optional<Node> module(int no) {
        return modules.stream().filter(module -> module.no() == no).findFirst();
    }

    /** The link between these two modules. */
    public Optional<Link> link(int from, int to) {
        return links.stream()
                .filter(link -> link.from() == from && link.to() == to)
                .findFirst();
    }

    /** The highest module number in use, 0 when there is none. */
    public int highestNumber() {
        return modules.stream().mapToInt(Node::no).max().orElse(0);
    }

    Blueprint withModules(List<Node> changed) {
        return new Blueprint(changed, links, notes, settings);
    }

    Blueprint withLinks(List<Link> changed) {
        return new Blueprint(modules, changed, notes, settings);
    }

    Blueprint withNotes(List<Note> changed) {
        return new Blueprint(modules, links, changed, settings);
    }

    Blueprint withSettings(Settings changed) {
        return new Blueprint(modules, links, notes, changed);
    }
}
