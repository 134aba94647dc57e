package dev.tutti.scenario;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A value in JSON together with where it stands, such as {@code links[2].filter}; asks it to be of some shape. */
record Place(String path, Value value) {

    static Place root(Value value) {
        return new Place("", value);
    }

    Misshapen wrong(String code, Object... arguments) {
        return new Misshapen(path, code, arguments);
    }

    /** The members, none of which may have another name than these. */
    Place record(String... names) {
        Set<String> allowed = Set.of(names);
        for (String name : fields().fields().keySet()) {
            if (!allowed.contains(name)) {
                throw new Misshapen(
                        child(name),
                        "unknown-member",
                        name,
                        String.join(", ", Stream.of(names).sorted().toList()));
            }
        }
        return this;
    }

    Fields fields() {
        if (value instanceof Fields fields) {
            return fields;
        }
        throw wrong("not-a-record");
    }

    /** The member of this name; null counts as absent. */
    Optional<Place> find(String name) {
        Value member = fields().get(name);
        return member == Nothing.NULL ? Optional.empty() : Optional.of(new Place(child(name), member));
    }

    Place get(String name) {
        return find(name).orElseThrow(() -> new Misshapen(child(name), "missing", name));
    }

    List<Place> items(int most) {
        if (!(value instanceof Items items)) {
            throw wrong("not-a-list");
        }
        if (items.size() > most) {
            throw wrong("too-many", most);
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            places.add(new Place(path + "[" + i + "]", items.get(i)));
        }
        return places;
    }

    String text(int longest) {
        if (!(value instanceof Text text)) {
            throw wrong("not-a-text");
        }
        if (text.text().length() > longest) {
            throw wrong("too-long", longest);
        }
        return text.text();
    }

    boolean yesNo() {
        if (value instanceof Bool bool) {
            return bool.value();
        }
        throw wrong("not-yes-no");
    }

    int whole(int least, int most) {
        if (!(value instanceof Num num) || !num.isWhole()) {
            throw wrong("not-a-whole-number");
        }
        if (num.number().compareTo(BigDecimal.valueOf(least)) < 0
                || num.number().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw wrong("out-of-range", least, most);
        }
        return num.number().intValueExact();
    }

    /** A pair of pixels; fractions are rounded. */
    int[] pair(int least, int most) {
        List<Place> both = items(2);
        if (both.size() != 2) {
            throw wrong("not-a-pair");
        }
        return new int[] {both.get(0).pixel(least, most), both.get(1).pixel(least, most)};
    }

    private int pixel(int least, int most) {
        if (!(value instanceof Num num)) {
            throw wrong("not-a-whole-number");
        }
        double number = num.number().doubleValue();
        if (number < least || number > most) {
            throw wrong("out-of-range", least, most);
        }
        return (int) Math.round(number);
    }

    private String child(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
