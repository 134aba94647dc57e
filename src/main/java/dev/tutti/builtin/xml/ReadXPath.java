package dev.tutti.builtin.xml;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.value.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Finds values in XML by an XPath expression. */
@Component
final class ReadXPath implements Module {

    private static final int MOST = 10_000;

    private static final ModuleSpec SPEC = ModuleSpec.logic("xml:xpath")
            .disc("code", "#A84A08")
            .fields(
                    Field.of("xml", FieldType.ANY).require().lines(),
                    Field.text("expression").require().like("//order/item/@no"))
            .outputs(Output.text("value"), Output.list("values", FieldType.TEXT))
            .example(Fields.of("value", new Text("7"), "values", Items.of(new Text("7"), new Text("8"))))
            .done();

    private final Blobs blobs;

    ReadXPath(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    /** The stricter reader goes first, so that nothing that it refuses gets to the other one. */
    @Override
    public Outcome run(Fields input, Invocation invocation) {
        return XmlFile.read(input.get("xml"), blobs, invocation, xml -> switch (XmlFile.parse(xml)) {
            case Xml.Malformed wrong -> XmlFile.malformed(invocation, wrong.said());
            case Xml.Parsed _ -> find(xml, ((Text) input.get("expression")).text(), invocation);
        });
    }

    private static Outcome find(Value xml, String expression, Invocation invocation) {
        try {
            List<Value> found = evaluate(document(xml), expression);
            return Outcome.emitted(
                    Fields.of("value", found.isEmpty() ? Text.EMPTY : found.getFirst(), "values", new Items(found)));
        } catch (SAXException documentType) {
            return XmlFile.malformed(invocation, Message.of("value.xml.entity"));
        } catch (XPathExpressionException wrong) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.xml.xpath", expression);
        }
    }

    private static List<Value> evaluate(Document document, String expression) throws XPathExpressionException {
        XPathFactory factory = XPathFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        } catch (javax.xml.xpath.XPathFactoryConfigurationException unknown) {
            throw new IllegalStateException(unknown);
        }
        XPath path = factory.newXPath();
        XPathEvaluationResult<?> result = path.evaluateExpression(expression, document);
        if (result.type() != XPathEvaluationResult.XPathResultType.NODESET) {
            return List.of(Text.of((String) path.evaluate(expression, document, XPathConstants.STRING)));
        }
        NodeList nodes = (NodeList) path.evaluate(expression, document, XPathConstants.NODESET);
        List<Value> found = new ArrayList<>();
        for (int i = 0; i < Math.min(nodes.getLength(), MOST); i++) {
            found.add(Text.of(nodes.item(i).getTextContent().strip()));
        }
        return found;
    }

    private static Document document(Value xml) throws SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("jdk.xml.maxElementDepth", "201");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(
                    xml instanceof Text(String text)
                            ? new InputSource(new StringReader(text.strip()))
                            : new InputSource(new ByteArrayInputStream(XmlFile.bytes(xml))));
        } catch (ParserConfigurationException unknown) {
            throw new IllegalStateException(unknown);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
