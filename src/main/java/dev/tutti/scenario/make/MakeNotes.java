package dev.tutti.scenario.make;

import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What is written beside the modules: there HTML, here plain text. */
final class MakeNotes {

    private static final int MOST = 500;
    private static final int LONGEST = 20_000;
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern BREAK = Pattern.compile("(?i)</p>\\s*|<br\\s*/?>|</li>\\s*");
    private static final Map<String, String> COLORS =
            Map.of("amber", "#F5A623", "blue", "#2F6FED", "green", "#2E9E5B", "rose", "#D6336C");

    private MakeNotes() {}

    static List<Value> in(Fields blueprint, Sheet sheet, Map<Integer, Integer> moved) {
        List<Value> notes = new ArrayList<>();
        for (Fields note : Look.each(Look.fields(blueprint, "metadata"), "notes")) {
            if (notes.size() == MOST) {
                return notes;
            }
            int index = notes.size();
            Optional<Sheet.Piece> tied = module(note, moved).stream()
                    .boxed()
                    .flatMap(no -> sheet.pieces.stream().filter(piece -> piece.no() == no))
                    .findFirst();
            Sheet.Spot at = tied.map(
                            piece -> Sheet.Spot.of(piece.at().x(), piece.at().y() + 110.0))
                    .orElse(new Sheet.Spot(index * 260, -200));
            Fields.Builder one = Fields.builder()
                    .put("id", Text.of("n" + (index + 1)))
                    .put("at", Items.of(Num.of(at.x()), Num.of(at.y())))
                    .put("size", Items.of(Num.of(240), Num.of(120)))
                    .put("text", Text.of(plain(Look.text(note, "content"))))
                    .put("tint", Text.of(tint(Look.text(Look.fields(note, "metadata"), "color"))));
            tied.ifPresent(piece -> one.put("module", Num.of(piece.no())));
            notes.add(one.build());
        }
        return notes;
    }

    private static OptionalInt module(Fields note, Map<Integer, Integer> moved) {
        OptionalInt id = Look.whole(Look.items(note, "moduleIds").get(0));
        return id.isPresent() ? OptionalInt.of(moved.getOrDefault(id.getAsInt(), id.getAsInt())) : id;
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
        return Look.cut(text, LONGEST);
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

    /** The way back. */
    static Items out(List<Value> notes) {
        return new Items(notes.stream()
                .filter(Fields.class::isInstance)
                .map(note -> out((Fields) note))
                .toList());
    }

    private static Value out(Fields note) {
        String text = Look.text(note, "text")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br>");
        return Fields.builder()
                .put("moduleIds", note.has("module") ? Items.of(note.get("module")) : Items.EMPTY)
                .put("content", Text.of("<p>" + text + "</p>"))
                .put("isFilterNote", Bool.FALSE)
                .put("metadata", Fields.of("color", Text.of(COLORS.getOrDefault(Look.text(note, "tint"), "#F5A623"))))
                .build();
    }
}
