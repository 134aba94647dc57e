package dev.tutti.scenario.exchange;

import dev.tutti.scenario.ImportReport;
import dev.tutti.scenario.Imports;
import dev.tutti.value.Json;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is in a file that should be JSON: read strictly first, and mended where that fails. */
public final class FileText {

    /** How many repairs are told one by one. */
    private static final int MOST_TOLD = 100;

    /** How often text may hold JSON that holds text that holds JSON. */
    private static final int MOST_WRAPPINGS = 4;

    /** What came of reading. */
    public sealed interface Answer {}

    /** @param repairs told in the language of a reader by {@link #repairs} */
    public record Read(Value value, List<Repair> repairs) implements Answer {}

    public record Unreadable(Imports.Rejected why) implements Answer {}

    /** Something read otherwise than it was written. */
    public record Repair(int line, int column, Message what) {}

    private FileText() {}

    public static Answer read(byte[] bytes) {
        if (bytes.length > Imports.LARGEST) {
            return rejected("too-large", Message.of("exchange.too-large"));
        }
        Charset charset = charset(bytes);
        if (charset.equals(StandardCharsets.UTF_8)
                && Json.parse(bytes, Imports.LARGEST) instanceof Json.Parsed(var it)) {
            return unwrapped(it, List.of(), 0);
        }
        String text = new String(bytes, charset);
        return read(text.startsWith("\uFEFF") ? text.substring(1) : text, List.of(), 0);
    }

    /** The same for JSON that stood as a text inside of JSON. */
    public static Answer read(String text) {
        return read(text, List.of(), 0);
    }

    private static Answer read(String text, List<Repair> before, int wrappings) {
        if (!(Json.parse(text) instanceof Json.Malformed malformed)) {
            return unwrapped(Json.parse(text).value().orElseThrow(), before, wrappings);
        }
        return Mending.mend(text)
                .map(mended -> {
                    List<Repair> repairs = new ArrayList<>(before);
                    repairs.addAll(places(text, mended.mends()));
                    return unwrapped(mended.value(), repairs, wrappings);
                })
                .orElseGet(() -> rejected(
                        "broken",
                        Message.of("exchange.broken", malformed.line(), malformed.column(), malformed.message())));
    }

    /** Some files are one text that holds the JSON. */
    private static Answer unwrapped(Value value, List<Repair> repairs, int wrappings) {
        return value instanceof Text(String inner) && wrappings < MOST_WRAPPINGS
                ? read(inner, repairs, wrappings + 1)
                : new Read(value, repairs);
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        return StandardCharsets.UTF_8;
    }

    private static List<Repair> places(String text, List<Mending.Mend> mends) {
        List<Repair> repairs = new ArrayList<>();
        int line = 1;
        int lineBegin = 0;
        int at = 0;
        for (Mending.Mend mend : mends.stream()
                .sorted(java.util.Comparator.comparingInt(Mending.Mend::at))
                .toList()) {
            for (; at < mend.at(); at++) {
                if (text.charAt(at) == '\n') {
                    line++;
                    lineBegin = at + 1;
                }
            }
            repairs.add(new Repair(line, mend.at() - lineBegin + 1, mend.what()));
        }
        return repairs;
    }

    /** The repairs for a reader; of many, the first. */
    public static List<ImportReport.Repair> repairs(List<Repair> repairs, Locale locale) {
        List<ImportReport.Repair> told = new ArrayList<>();
        repairs.stream()
                .limit(MOST_TOLD)
                .forEach(each -> told.add(new ImportReport.Repair(
                        each.line(), each.column(), each.what().in(locale))));
        if (repairs.size() > MOST_TOLD) {
            Repair next = repairs.get(MOST_TOLD);
            told.add(new ImportReport.Repair(
                    next.line(),
                    next.column(),
                    Message.of("exchange.mend.more", repairs.size() - MOST_TOLD).in(locale)));
        }
        return told;
    }

    private static Answer rejected(String code, Message said) {
        return new Unreadable(new Imports.Rejected(code, said));
    }
}
