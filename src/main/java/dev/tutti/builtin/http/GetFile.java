package dev.tutti.builtin.http;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.outbound.Answer;
import dev.tutti.outbound.AnswerTooLarge;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Downloads a file, whatever is in it, without ever holding it in memory. */
@Component
final class GetFile implements Module {

    private static final int BAD = 400;

    private static final ModuleSpec SPEC = ModuleSpec.action("http:file", Effect.READ)
            .disc("download", "#0B6B86")
            .mayUseConnection(WebCalls.types())
            .fields(
                    FetchRequest.url(),
                    Field.text("fileName").inAdvanced(),
                    FetchRequest.headers(),
                    Field.number("maxMegabytes")
                            .byDefault(100)
                            .between(1, 1_000)
                            .in("MB")
                            .inAdvanced(),
                    FetchRequest.timeout())
            .outputs(
                    Output.of("data", FieldType.FILE),
                    Output.text("fileName"),
                    Output.text("mediaType"),
                    Output.number("fileSize"),
                    Output.number("statusCode"))
            .example(Fields.builder()
                    .put("data", Blob.of("invoice.pdf", "application/pdf", new byte[] {'%', 'P', 'D', 'F'}))
                    .put("fileName", new Text("invoice.pdf"))
                    .put("mediaType", new Text("application/pdf"))
                    .put("fileSize", Num.of(4))
                    .put("statusCode", Num.of(200))
                    .build())
            .make(MakeEquivalent.of("http:ActionGetFile", GetFile::fromMake))
            .done();

    private final WebCalls calls;
    private final Blobs blobs;

    GetFile(WebCalls calls, Blobs blobs) {
        this.calls = calls;
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        long megabytes = ((Num) input.get("maxMegabytes")).number().longValue();
        return calls.ask(
                FetchRequest.of("GET", input, true, megabytes * 1_000_000),
                invocation,
                (answer, sent) -> answer.status() >= BAD
                        ? new StatusFailure(invocation, sent).of(answer)
                        : kept(answer, input, invocation));
    }

    private Outcome kept(Answer answer, Fields input, Invocation invocation) throws IOException {
        String name = input.get("fileName") instanceof Text(String chosen) && !chosen.isBlank()
                ? chosen.strip()
                : FileName.of(answer);
        try {
            Blob file = blobs.store(name, answer.header("Content-Type").orElse(Blob.BINARY), answer.body());
            return Outcome.emitted(Fields.builder()
                    .put("data", file)
                    .put("fileName", Text.of(file.name()))
                    .put("mediaType", Text.of(file.mediaType()))
                    .put("fileSize", Num.of(file.size()))
                    .put("statusCode", Num.of(answer.status()))
                    .build());
        } catch (AnswerTooLarge large) {
            return Failures.fail(
                    invocation,
                    Failure.Kind.MAX_FILE_SIZE_EXCEEDED,
                    "builtin.http.file.large",
                    large.limit() / 1_000_000);
        }
    }

    private static MakeTranslation fromMake(MakeNode node) {
        MakeTranslation translation = MakeTranslation.exact(Fields.of(
                "url",
                node.value("url"),
                "headers",
                node.has("headers") ? node.items("headers", OldMakeRequest::pair) : Items.EMPTY));
        return node.yes("shareCookies", false) ? translation.but("builtin.make.http.cookies") : translation;
    }
}
