package dev.tutti.builtin.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML as it would be typed: paragraphs apart, lists with asterisks, links with their addresses. */
final class PlainText implements NodeVisitor {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> APART = Set.of("p", "ul", "ol", "table", "blockquote", "pre", "dl");
    private static final Set<String> LEFT_OUT = Set.of("script", "style", "head", "template", "noscript");

    private final boolean shouting;
    private final boolean links;
    private final StringBuilder out = new StringBuilder();
    private int hidden;
    private int headings;

    PlainText(boolean shoutedHeadings, boolean links) {
        this.shouting = shoutedHeadings;
        this.links = links;
    }

    String of(Element html) {
        NodeTraversor.traverse(this, html);
        return out.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text && hidden == 0) {
            write(text.text());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            hidden += LEFT_OUT.contains(name) ? 1 : 0;
            headings += HEADINGS.contains(name) ? 1 : 0;
            switch (name) {
                case "br" -> out.append(hidden == 0 ? "\n" : "");
                case "li" -> {
                    apart(1);
                    write("* ");
                }
                case "hr" -> {
                    apart(2);
                    write("--------");
                }
                default -> apart(distance(element));
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (name.equals("a") && links && hidden == 0) {
                String address = element.attr("href").strip();
                if (!address.isEmpty() && !address.startsWith("#") && !address.equals(element.text())) {
                    write(" [" + address + "]");
                }
            } else if (name.equals("td") || name.equals("th")) {
                write(" ");
            }
            apart(distance(element));
            hidden -= LEFT_OUT.contains(name) ? 1 : 0;
            headings -= HEADINGS.contains(name) ? 1 : 0;
        }
    }

    private static int distance(Element element) {
        String name = element.normalName();
        return APART.contains(name) || HEADINGS.contains(name) ? 2 : element.isBlock() ? 1 : 0;
    }

    /** At least so many line ends before what comes next. */
    private void apart(int lines) {
        if (hidden == 0 && lines > 0 && !out.isEmpty()) {
            while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
                out.setLength(out.length() - 1);
            }
            int newlines = 0;
            for (int at = out.length() - 1; at >= 0 && out.charAt(at) == '\n'; at--) {
                newlines++;
            }
            out.repeat("\n", Math.max(0, lines - newlines));
        }
    }

    private void write(String text) {
        boolean atStart = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
        String trimmed = atStart ? text.stripLeading() : text;
        out.append(shouting && headings > 0 ? trimmed.toUpperCase(Locale.ROOT) : trimmed);
    }
}
