package dev.tutti.builtin.tools;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Reads a text in one encoding and writes it in another. */
@Component
final class ConvertEncoding implements Module {

    private static final int LARGEST = 20_000_000;
    private static final String[] ENCODINGS = {
        "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ISO-8859-1", "ISO-8859-2", "ISO-8859-15",
                "WINDOWS-1250",
        "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1254", "IBM850", "KOI8-R", "SHIFT_JIS", "EUC-JP", "GB18030", "BIG5"
    };

    private static final ModuleSpec SPEC = ModuleSpec.logic("tools:encode")
            .disc("binary", "#465350")
            .fields(
                    Field.of("data", FieldType.ANY).require(),
                    Field.select("from", ENCODINGS).byDefault("UTF-8"),
                    Field.select("to", ENCODINGS).byDefault("UTF-8"),
                    Field.text("fileName").inAdvanced())
            .outputs(Output.of("data", FieldType.FILE), Output.text("text"))
            .example(Fields.of(
                    "data",
                    Blob.of("letter.txt", "text/plain; charset=iso-8859-1", new byte[] {'A', 'd', 'a'}),
                    "text",
                    new Text("Ada")))
            .done();

    private final Blobs blobs;

    ConvertEncoding(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        String to = text(input, "to");
        try {
            String text = read(input.get("data"), Charset.forName(text(input, "from")));
            ByteBuffer written = Charset.forName(to).newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[written.remaining()];
            written.get(bytes);
            String name = text(input, "fileName").isBlank() && input.get("data") instanceof Blob file
                    ? file.name()
                    : text(input, "fileName").strip();
            Blob file = blobs.store(
                    name, "text/plain; charset=" + to.toLowerCase(Locale.ROOT), new ByteArrayInputStream(bytes));
            return Outcome.emitted(Fields.of("data", file, "text", Text.of(text)));
        } catch (CharacterCodingException unfit) {
            return Failures.fail(invocation, Failure.Kind.DATA, "builtin.tools.encoding", text(input, "from"), to);
        } catch (Unfit unfit) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.tools.encoding.kind");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Neither text nor a file, or too much of it. */
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private String read(Value data, Charset from) throws IOException {
        return switch (data) {
            case Text(String text) when text.length() <= LARGEST -> text;
            case Blob file
            when file.size() <= LARGEST -> {
                try (InputStream in = blobs.open(file)) {
                    yield from.newDecoder()
                            .decode(ByteBuffer.wrap(in.readAllBytes()))
                            .toString();
                }
            }
            default -> throw new Unfit();
        };
    }

    private static String text(Fields input, String key) {
        return input.get(key) instanceof Text(String text) ? text : "";
    }
}
