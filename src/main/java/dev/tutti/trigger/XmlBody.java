package dev.tutti.trigger;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML as values: an element is a collection of its children, or its text where it has nothing else. Children of the
 * same name become a list; attributes stand under {@code _attributes}, text beside children under {@code _value}.
 * Document types are not read at all, so no entity is ever fetched or multiplied.
 */
final class XmlBody {

    private static final int DEEPEST = 200;

    private XmlBody() {}

    /** Empty where this is not XML that we read. */
    static Optional<Value> parse(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (in.hasNext()) {
                if (in.next() == XMLStreamConstants.START_ELEMENT) {
                    String name = in.getLocalName();
                    Value root = element(in, 1);
                    while (in.hasNext()) {
                        in.next();
                    }
                    return Optional.of(Fields.of(name, root));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException notXml) {
            return Optional.empty();
        }
    }

    private static Value element(XMLStreamReader in, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("nested too deeply");
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
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("entity");
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
            value.put("_attributes", attributes);
        }
        if (!text.isEmpty()) {
            value.put("_value", Text.of(text));
        }
        children.forEach((name, same) -> value.put(name, same.size() == 1 ? same.getFirst() : new Items(same)));
        return value.build();
    }
}
