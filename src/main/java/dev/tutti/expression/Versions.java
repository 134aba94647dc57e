package dev.tutti.expression;

import dev.tutti.value.Coercion;
import dev.tutti.value.Message;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** Semantic versions (semver.org): {@code 1.10.0} is after {@code 1.9.3}, {@code 2.0.0-beta} before {@code 2.0.0}. */
final class Versions {
    private static final Pattern VERSION =
            Pattern.compile("v?[0-9]{1,9}(\\.[0-9]{1,9}){0,2}(-[0-9A-Za-z.-]{1,100})?(\\+[0-9A-Za-z.-]{1,100})?");

    private Versions() {}

    static Coercion coerced(Value value, ZoneId zone) {
        String text = value instanceof Num number ? number.plain() : value instanceof Text(String given) ? given : "";
        String version = text.strip();
        return version.length() <= 240 && VERSION.matcher(version).matches()
                ? new Coercion.Ok(new Text(version))
                : new Coercion.Refused(Message.of("expression.filter.version", version));
    }

    static int compare(Value a, Value b) {
        String one = withoutBuild(((Text) a).text());
        String other = withoutBuild(((Text) b).text());
        int byNumbers = byParts(one.split("-", 2)[0], other.split("-", 2)[0], true);
        if (byNumbers != 0) {
            return byNumbers;
        }
        boolean early = one.contains("-");
        boolean otherEarly = other.contains("-");
        return early && otherEarly
                ? byParts(one.split("-", 2)[1], other.split("-", 2)[1], false)
                : Boolean.compare(otherEarly, early);
    }

    private static String withoutBuild(String version) {
        return version.split("\\+", 2)[0].replaceFirst("^v", "");
    }

    /** @param padded whether a missing part is 0, or else before any */
    private static int byParts(String a, String b, boolean padded) {
        String[] one = a.split("\\.", -1);
        String[] other = b.split("\\.", -1);
        for (int i = 0; i < Math.max(one.length, other.length); i++) {
            String left = i < one.length ? one[i] : padded ? "0" : "";
            String right = i < other.length ? other[i] : padded ? "0" : "";
            int order = part(left, right);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int part(String a, String b) {
        boolean digits = isDigits(a);
        boolean otherDigits = isDigits(b);
        if (digits && otherDigits) {
            return new BigInteger(a).compareTo(new BigInteger(b));
        }
        return digits == otherDigits || a.isEmpty() || b.isEmpty() ? a.compareTo(b) : digits ? -1 : 1;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
