package dev.tutti.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person draws: modules, the links between them, groups of modules, notes, and the settings of the scenario. It may be unfinished
 * or wrong (that is what {@link Problem}s say); only its shape is certain: numbers are unique and links,
 * groups and handlers name modules that exist.
 */
public record Blueprint(List<Node> modules, List<Link> links, List<Group> groups, List<Note> notes, Settings settings) {

    /** A scenario with nothing in it. */
    public static final Blueprint EMPTY = new Blueprint(List.of(), List.of(), List.of(), List.of(), Settings.DEFAULT);

    public Blueprint {
        modules = List.copyOf(modules);
        links = List.copyOf(links);
        groups = List.copyOf(groups);
        notes = List.copyOf(notes);
    }

    /** One without groups. */
    public Blueprint(List<Node> modules, List<Link> links, List<Note> notes, Settings settings) {
        this(modules, links, List.of(), notes, settings);
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

    /** The group with this id. */
    public Optional<Group> group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    /**
     * By the first module of each route for failures: the modules whose failures lead there. For the route of the
     * scenario these are all modules that belong to no such route.
     */
    public Map<Integer, Set<Integer>> failing() {
        Rescues rescues = Rescues.of(this);
        Set<Integer> flow = new TreeSet<>();
        modules.forEach(module -> flow.add(module.no()));
        rescues.entries().forEach(entry -> flow.removeAll(following(entry)));
        Map<Integer, Set<Integer>> failing = new LinkedHashMap<>();
        rescues.entries().forEach(entry -> failing.put(entry, rescues.failing(entry, flow)));
        return failing;
    }

    /** A module and all that its ordinary links lead to. */
    private Set<Integer> following(int no) {
        Set<Integer> seen = new HashSet<>(Set.of(no));
        Deque<Integer> left = new ArrayDeque<>(seen);
        while (!left.isEmpty()) {
            int from = left.remove();
            links.stream()
                    .filter(link -> link.from() == from && !link.error() && !link.disabled() && seen.add(link.to()))
                    .forEach(link -> left.add(link.to()));
        }
        return seen;
    }

    /** The highest module number in use, 0 when there is none. */
    public int highestNumber() {
        return modules.stream().mapToInt(Node::no).max().orElse(0);
    }

    Blueprint withModules(List<Node> changed) {
        return new Blueprint(changed, links, groups, notes, settings);
    }

    Blueprint withLinks(List<Link> changed) {
        return new Blueprint(modules, changed, groups, notes, settings);
    }

    Blueprint withGroups(List<Group> changed) {
        return new Blueprint(modules, links, changed, notes, settings);
    }

    Blueprint withNotes(List<Note> changed) {
        return new Blueprint(modules, links, groups, changed, settings);
    }

    Blueprint withSettings(Settings changed) {
        return new Blueprint(modules, links, groups, notes, changed);
    }
}
