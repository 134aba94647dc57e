package dev.tutti.scenario;

import dev.tutti.value.Depth;
import dev.tutti.value.Fields;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The JSON form of blueprints. Reading is strict: an unknown member, a wrong type or a number given twice is refused
 * with the place where it stands. The form is published as a JSON Schema.
 */
public final class BlueprintJson {

    /** The largest blueprint, in bytes of JSON. */
    public static final int LARGEST = 5_000_000;

    /** How deep its JSON may be nested. */
    public static final int DEEPEST = 100;

    static final int MOST_LINKS = 4 * Editing.MOST_MODULES;

    /** What came of reading. */
    public sealed interface Answer {}

    public record Read(Blueprint blueprint) implements Answer {}

    /**
     * It is no blueprint.
     *
     * @param path where it goes wrong, such as {@code links[2].filter.conditions}; empty for the whole
     * @param code what is wrong; its sentence is {@code shape.<code>} with the arguments
     */
    public record Misread(String path, String code, List<String> arguments) implements Answer {
        public Misread {
            arguments = List.copyOf(arguments);
        }
    }

    private BlueprintJson() {}

    public static Answer read(Value json) {
        if (!Depth.within(json, DEEPEST)) {
            return new Misread("", "too-deep", List.of(String.valueOf(DEEPEST)));
        }
        try {
            return new Read(blueprint(Place.root(json)));
        } catch (Misshapen misshapen) {
            return misshapen.misread();
        }
    }

    public static Fields write(Blueprint blueprint) {
        return PartsJson.blueprint(blueprint);
    }

    static Blueprint blueprint(Place json) {
        json.record("$schema", "modules", "links", "groups", "notes", "settings");
        List<Node> modules = modules(json.get("modules").items(Editing.MOST_MODULES));
        Set<Integer> numbers = new HashSet<>();
        modules.forEach(module -> numbers.add(module.no()));
        return new Blueprint(
                modules,
                links(json.find("links").map(links -> links.items(MOST_LINKS)).orElse(List.of()), numbers),
                groups(json, numbers),
                notes(
                        json.find("notes")
                                .map(notes -> notes.items(Editing.MOST_NOTES))
                                .orElse(List.of()),
                        numbers),
                json.find("settings")
                        .map(settings -> settings(settings, numbers))
                        .orElse(Settings.DEFAULT));
    }

    private static List<Node> modules(List<Place> places) {
        List<Node> modules = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (Place place : places) {
            Node module = PartsReader.module(place, modules.size());
            if (!numbers.add(module.no())) {
                throw place.wrong("duplicate-number", module.no());
            }
            modules.add(module);
        }
        return modules;
    }

    private static List<Link> links(List<Place> places, Set<Integer> numbers) {
        List<Link> links = new ArrayList<>();
        Set<List<Integer>> ends = new HashSet<>();
        java.util.Map<Integer, Integer> orders = new java.util.HashMap<>();
        for (Place place : places) {
            int from = PartsReader.known(place.get("from"), numbers);
            int to = PartsReader.known(place.get("to"), numbers);
            if (from == to) {
                throw place.wrong("self-link", from);
            }
            if (!ends.add(List.of(from, to))) {
                throw place.wrong("duplicate-link", from, to);
            }
            links.add(PartsReader.link(place, orders.merge(from, 1, Integer::sum)));
        }
        return links;
    }

    private static List<Group> groups(Place json, Set<Integer> numbers) {
        List<Place> places = json.find("groups")
                .map(groups -> groups.items(Editing.MOST_GROUPS))
                .orElse(List.of());
        List<Group> groups = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Place place : places) {
            Group group = PartsReader.group(place);
            place.get("modules").items(Editing.MOST_MODULES).forEach(no -> PartsReader.known(no, numbers));
            place.find("handler").ifPresent(handler -> PartsReader.known(handler, numbers));
            if (!ids.add(group.id())) {
                throw place.wrong("duplicate-group", group.id());
            }
            groups.add(group);
        }
        return groups;
    }

    private static Settings settings(Place json, Set<Integer> numbers) {
        json.find("handler").ifPresent(handler -> PartsReader.known(handler, numbers));
        return SettingsReader.read(json);
    }

    private static List<Note> notes(List<Place> places, Set<Integer> numbers) {
        List<Note> notes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Place place : places) {
            Note note = PartsReader.note(place);
            place.find("module").ifPresent(module -> PartsReader.known(module, numbers));
            if (!ids.add(note.id())) {
                throw place.wrong("duplicate-note", note.id());
            }
            notes.add(note);
        }
        return notes;
    }
}
