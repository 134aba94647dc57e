package dev.tutti.scenario;

import dev.tutti.connector.MakeNode;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Where things stand and what is written beside them. Make's bubbles stand 300 apart, our capsules 328. */
final class MakeCanvas {

    private static final double WIDER = 328.0 / 300.0;
    private static final double FLATTER = 0.8;
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern BREAK = Pattern.compile("(?i)</p>\\s*|<br\\s*/?>|</li>\\s*");

    private MakeCanvas() {}

    static Position position(Fields node, int index) {
        Fields designer = MakeFile.member(MakeFile.member(node, "metadata"), "designer");
        return designer.get("x") instanceof Num x && designer.get("y") instanceof Num y
                ? new Position(pixel(x, WIDER), pixel(y, FLATTER))
                : new Position(index * 328, 0);
    }

    private static int pixel(Num number, double scale) {
        double wanted = number.number().doubleValue() * scale;
        return (int) Math.round(Math.clamp(wanted, -Position.FARTHEST, Position.FARTHEST));
    }

    static Optional<String> name(Fields node) {
        return MakeFilter.name(
                MakeFile.member(MakeFile.member(node, "metadata"), "designer").get("name"));
    }

    static List<Note> notes(Fields blueprint, List<Node> modules, MakeNumbers numbers) {
        List<Note> notes = new ArrayList<>();
        if (!(MakeFile.member(blueprint, "metadata").get("notes") instanceof Items items)) {
            return notes;
        }
        Set<Integer> known = modules.stream().map(Node::no).collect(java.util.stream.Collectors.toSet());
        for (Value item : items.items()) {
            if (item instanceof Fields note && notes.size() < Editing.MOST_NOTES) {
                OptionalInt module = module(note, numbers);
                Optional<Position> at = modules.stream()
                        .filter(node -> module.equals(OptionalInt.of(node.no())))
                        .map(Node::at)
                        .findFirst();
                int index = notes.size();
                notes.add(new Note(
                        "n" + (index + 1),
                        at.map(place -> new Position(place.x(), place.y() + 110))
                                .orElse(new Position(index * 260, -200)),
                        new Note.Size(240, 120),
                        plain(MakeNode.text(note.get("content"))),
                        tint(MakeNode.text(MakeFile.member(note, "metadata").get("color"))),
                        module.isPresent() && known.contains(module.getAsInt()) ? module : OptionalInt.empty()));
            }
        }
        return notes;
    }

    private static OptionalInt module(Fields note, MakeNumbers numbers) {
        return note.get("moduleIds") instanceof Items ids && ids.size() > 0
                ? SpanMap.number(ids.get(0)).stream()
                        .map(id -> numbers.moved().getOrDefault(id, id))
                        .findFirst()
                : OptionalInt.empty();
    }

    private static String plain(String html) {
        String text = TAG.matcher(BREAK.matcher(html).replaceAll("\n"))
                .replaceAll("")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip();
        return text.substring(0, Math.min(text.length(), 20_000));
    }

    /** The nearest of our four tints: by whichever of red, green and blue is strongest. */
    private static String tint(String color) {
        if (!color.matches("#[0-9A-Fa-f]{6}")) {
            return "amber";
        }
        int red = Integer.parseInt(color.substring(1, 3), 16);
        int green = Integer.parseInt(color.substring(3, 5), 16);
        int blue = Integer.parseInt(color.substring(5, 7), 16);
        if (blue >= red && blue >= green) {
            return "blue";
        }
        return green >= red ? "green" : blue > green ? "rose" : "amber";
    }
}
