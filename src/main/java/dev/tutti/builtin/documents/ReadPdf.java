package dev.tutti.builtin.documents;

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
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.stereotype.Component;

/** Takes the text out of a PDF, page by page. Nothing in the file is run, and nothing it refers to is fetched. */
@Component
final class ReadPdf implements Module {

    private static final int MOST_PAGES = 2_000;
    private static final int MOST_LETTERS = 8_000_000;

    private static final ModuleSpec SPEC = ModuleSpec.logic("pdf:text")
            .disc("file-text", "#A3251C")
            .fields(
                    Field.of("file", FieldType.FILE).require(),
                    Field.number("from").byDefault(1).between(1, MOST_PAGES).inAdvanced(),
                    Field.number("to").between(1, MOST_PAGES).inAdvanced())
            .outputs(
                    Output.text("text"),
                    Output.list("pages", FieldType.TEXT),
                    Output.number("count"),
                    Output.text("title"))
            .example(bundle("Invoice 2026-118", Items.of(Text.of("Invoice 2026-118")), 1, "Invoice"))
            .words("""
                    app = PDF | PDF
                    name = Read a PDF | Lire un PDF
                    help = Takes the text out of a PDF file, page by page. | Extrait le texte d’un fichier PDF, page par page.
                    keywords = pdf, extract, text, document | pdf, extraire, texte, document
                    field.file.label = File | Fichier
                    field.file.help = A file of an earlier module. A scanned page holds a picture and no text. | Un fichier d’un module précédent. Une page numérisée contient une image et pas de texte.
                    field.from.label = From page | De la page
                    field.from.help = 1 is the first. | 1 est la première.
                    field.to.label = To page | À la page
                    field.to.help = Without it, to the end. | À défaut, jusqu’à la fin.
                    output.text = Text | Texte
                    output.pages = Pages | Pages
                    output.count = Number of pages | Nombre de pages
                    output.title = Title | Titre
                    """)
            .done();

    private final Blobs blobs;

    ReadPdf(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Blob file = (Blob) input.get("file");
        try (LocalCopy copy = LocalCopy.of(file, blobs);
                PDDocument pdf =
                        Loader.loadPDF(copy.path().toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            int count = pdf.getNumberOfPages();
            int from = number(input.get("from"), 1);
            int to = Math.min(Math.min(number(input.get("to"), count), count), from + MOST_PAGES - 1);
            List<Value> pages = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = from; page <= to; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String words = stripper.getText(pdf).strip();
                if (text.length() + words.length() > MOST_LETTERS) {
                    return Failures.fail(
                            invocation, Failure.Kind.MAX_FILE_SIZE_EXCEEDED, "builtin.document.large", file.name());
                }
                pages.add(Text.of(words));
                text.append(text.isEmpty() ? "" : "\n\n").append(words);
            }
            String title = pdf.getDocumentInformation().getTitle();
            return Outcome.emitted(bundle(text.toString(), new Items(pages), count, title == null ? "" : title));
        } catch (InvalidPasswordException locked) {
            return Failures.fail(invocation, Failure.Kind.DATA, "builtin.document.locked", file.name());
        } catch (IOException | RuntimeException unreadable) {
            return Failures.fail(invocation, Failure.Kind.DATA, "builtin.document.unreadable", file.name());
        }
    }

    private static Fields bundle(String text, Items pages, int count, String title) {
        return Fields.builder()
                .put("text", Text.of(text))
                .put("pages", pages)
                .put("count", Num.of(count))
                .put("title", Text.of(title))
                .build();
    }

    private static int number(Value value, int otherwise) {
        return value instanceof Num(var number) ? number.intValue() : otherwise;
    }
}
