package dev.tutti.value;

import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes what {@link Xml} reads: lists repeat their element, {@code _attributes} and {@code _value} are what they are
 * called. A name that XML does not allow is made into one that it does; characters that it does not allow are left out.
 */
final class XmlWriting {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*(:[A-Za-z_][A-Za-z0-9._-]*)?");

    private final boolean indent;
    private final StringBuilder out = new StringBuilder(256);

    XmlWriting(boolean indent) {
        this.indent = indent;
    }

    String document(String root, Value value, boolean declaration) {
        if (declaration) {
            out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
            line(0);
        }
        element(name(root), value instanceof Items items ? Fields.of("item", items) : value, 0);
        return out.toString();
    }

    private void element(String name, Value value, int depth) {
        switch (value) {
            case Items(List<Value> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    if (i > 0) {
                        line(depth);
                    }
                    element(
                            name,
                            items.get(i) instanceof Items nested ? Fields.of("item", nested) : items.get(i),
                            depth);
                }
            }
            case Fields fields -> collection(name, fields, depth);
            default -> {
                String text = text(value);
                out.append('<').append(name);
                if (text.isEmpty()) {
                    out.append("/>");
                } else {
                    out.append('>')
                            .append(escaped(text))
                            .append("</")
                            .append(name)
                            .append('>');
                }
            }
        }
    }

    private void collection(String name, Fields fields, int depth) {
        out.append('<').append(name);
        if (fields.get(Xml.ATTRIBUTES) instanceof Fields attributes) {
            attributes
                    .fields()
                    .forEach((key, value) -> out.append(' ')
                            .append(name(key))
                            .append("=\"")
                            .append(escaped(text(value)).replace("\n", "&#10;").replace("\t", "&#9;"))
                            .append('"'));
        }
        Fields children = fields.without(Xml.ATTRIBUTES).without(Xml.VALUE);
        String text = text(fields.get(Xml.VALUE));
        if (children.isEmpty() && text.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>').append(escaped(text));
        boolean[] any = {false};
        children.fields().forEach((key, value) -> {
            if (!(value instanceof Items items && items.size() == 0)) {
                line(depth + 1);
                element(name(key), value, depth + 1);
                any[0] = true;
            }
        });
        if (any[0]) {
            line(depth);
        }
        out.append("</").append(name).append('>');
    }

    private void line(int depth) {
        if (indent) {
            out.append('\n').repeat("  ", depth);
        }
    }

    private static String name(String key) {
        if (NAME.matcher(key).matches()) {
            return key;
        }
        String plain = key.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.isEmpty() || !(Character.isLetter(plain.charAt(0)) || plain.charAt(0) == '_')
                ? "_" + plain
                : plain;
    }

    private static String text(Value value) {
        return value instanceof Blob file
                ? Coercion.toText(file, ZoneOffset.UTC)
                        .accepted()
                        .map(it -> ((Text) it).text())
                        .orElse(file.name())
                : value instanceof Nothing
                        ? ""
                        : Coercion.toText(value, ZoneOffset.UTC)
                                .accepted()
                                .map(it -> ((Text) it).text())
                                .orElse("");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                default -> {
                    if (allowed(point)) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** XML 1.0 §2.2. */
    private static boolean allowed(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
