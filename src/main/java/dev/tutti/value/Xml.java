package dev.tutti.value;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML as values: an element is a collection of its children, or its text where it has nothing else. Children of the
 * same name become a list; attributes stand under {@code _attributes}, text beside children under {@code _value}.
 * Document types are not read at all, so no entity is ever fetched or multiplied.
 */
public final class Xml {

    public static final String ATTRIBUTES = "_attributes";
    public static final String VALUE = "_value";

    private static final int DEEPEST = 200;

    private Xml() {}

    /** What became of a text that should be XML. */
    public sealed interface Result {
        /** The value, or empty where the text was not XML that we read. */
        default Optional<Value> value() {
            return this instanceof Parsed(Value value) ? Optional.of(value) : Optional.empty();
        }
    }

    /** One field, named as the root element. */
    public record Parsed(Value parsed) implements Result {}

    /** Not XML, or more than is accepted. */
    public record Malformed(Message said) implements Result {}

    /** Reads a file, in the encoding that it names itself. */
    public static Result parse(byte[] xml) {
        return parse(new ByteArrayInputStream(xml));
    }

    /** As {@link #parse(byte[])}; reads to the end, does not close. */
    public static Result parse(InputStream xml) {
        return read(factory -> factory.createXMLStreamReader(xml));
    }

    /** Reads a text, whatever encoding it says it is in. */
    public static Result parse(String xml) {
        String text = xml.startsWith("\uFEFF") ? xml.substring(1) : xml;
        return read(factory -> factory.createXMLStreamReader(new StringReader(text.strip())));
    }

    /** The value as XML, see {@link XmlWriting}. */
    public static String write(String root, Value value, boolean declaration, boolean indent) {
        return new XmlWriting(indent).document(root, value, declaration);
    }

    private interface Opening {
        XMLStreamReader open(XMLInputFactory factory) throws XMLStreamException;
    }

    private static Result read(Opening opening) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(DEEPEST + 1));
        try {
            XMLStreamReader in = opening.open(factory);
            while (in.hasNext()) {
                if (in.next() == XMLStreamConstants.START_ELEMENT) {
                    String name = in.getLocalName();
                    Value root = element(in, 1);
                    while (in.hasNext()) {
                        in.next();
                    }
                    return new Parsed(Fields.of(name, root));
                }
            }
            return new Malformed(Message.of("value.xml.empty"));
        } catch (Beyond beyond) {
            return new Malformed(Message.of("value.xml." + beyond.getMessage(), DEEPEST));
        } catch (XMLStreamException notXml) {
            Location at = notXml.getLocation();
            return at == null || at.getLineNumber() < 1
                    ? new Malformed(Message.of("value.xml.malformed"))
                    : new Malformed(Message.of("value.xml.malformed.at", at.getLineNumber(), at.getColumnNumber()));
        }
    }

    /** Well-formed, but more than we accept. */
    private static final class Beyond extends XMLStreamException {
        private static final long serialVersionUID = 1L;

        Beyond(String what) {
            super(what);
        }
    }

    private static Value element(XMLStreamReader in, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new Beyond("deep");
        }
        Fields.Builder attributes = Fields.builder();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i), Text.of(in.getAttributeValue(i)));
        }
        Map<String, List<Value>> children = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = in.getLocalName();
                    children.computeIfAbsent(name, _ -> new ArrayList<>()).add(element(in, depth + 1));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new Beyond("entity");
                case XMLStreamConstants.END_ELEMENT -> {
                    return value(attributes.build(), children, text.toString().strip());
                }
                default -> {
                    // comments and processing instructions carry no data
                }
            }
        }
    }

    private static Value value(Fields attributes, Map<String, List<Value>> children, String text) {
        if (attributes.isEmpty() && children.isEmpty()) {
            return Text.of(text);
        }
        Fields.Builder value = Fields.builder();
        if (!attributes.isEmpty()) {
            value.put(ATTRIBUTES, attributes);
        }
        if (!text.isEmpty()) {
            value.put(VALUE, Text.of(text));
        }
        children.forEach((name, same) -> value.put(name, same.size() == 1 ? same.getFirst() : new Items(same)));
        return value.build();
    }
}
