package dev.tutti.builtin.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.TestCall;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Failure.Kind;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

@ModuleBench
class DocumentsTest {

    private final Modules modules;
    private final Blobs blobs;

    DocumentsTest(Modules modules, Blobs blobs) {
        this.modules = modules;
        this.blobs = blobs;
    }

    private Outcome run(String module, Object... settings) {
        Fields.Builder input = Fields.builder();
        for (int i = 0; i < settings.length; i += 2) {
            Object value = settings[i + 1];
            input.put((String) settings[i], value instanceof Value it ? it : Text.of((String) value));
        }
        return modules.call(module, 1, input.build(), TestCall.once());
    }

    private static List<Fields> bundles(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Emitted.class);
        return ((Outcome.Emitted) outcome).bundles();
    }

    private static Kind failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).failure().kind();
    }

    @Test
    void aSpreadsheetComesBackAsItWasMade() {
        Fields ada = Fields.of(
                "Name",
                Text.of("=1+1 is no formula"),
                "Total",
                Num.of(12.5),
                "Since",
                new Moment(Instant.parse("2026-11-20T08:30:00Z")));
        Fields grace = Fields.of("Name", Text.of("Grace"), "Active", Bool.TRUE);
        Fields made = bundles(run("xlsx:write", "rows", Items.of(ada, grace), "name", "people.xlsx"))
                .getFirst();
        assertThat(made.get("rows")).isEqualTo(Num.of(2));
        assertThat(bundles(run("xlsx:read", "file", made.get("file")))).containsExactly(ada, grace);
        assertThat(bundles(run("xlsx:read", "file", made.get("file"), "header", Bool.FALSE))
                        .getFirst()
                        .get("A"))
                .isEqualTo(Text.of("Name"));
        assertThat(failure(run("xlsx:read", "file", made.get("file"), "sheet", "Nowhere")))
                .isEqualTo(Kind.DATA);
    }

    @Test
    void aWorkbookThatUnpacksToGigabytesIsRefused() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1_000_000];
            for (int i = 0; i < 450; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }
        assertThat(failure(run("xlsx:read", "file", Blob.of("bomb.xlsx", Blob.BINARY, bomb.toByteArray()))))
                .isEqualTo(Kind.MAX_FILE_SIZE_EXCEEDED);
    }

    @Test
    void whatIsNoDocumentSaysSo() {
        Blob garbage = Blob.of("x.bin", Blob.BINARY, "garbage".getBytes(StandardCharsets.UTF_8));
        assertThat(failure(run("xlsx:read", "file", garbage))).isEqualTo(Kind.DATA);
        assertThat(failure(run("pdf:text", "file", garbage))).isEqualTo(Kind.DATA);
        assertThat(failure(run("image:change", "file", garbage))).isEqualTo(Kind.DATA);
    }

    private static byte[] pdf(boolean locked) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.getDocumentInformation().setTitle("Invoice");
            for (String words : List.of("Invoice 118", "Page two")) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(words);
                    content.endText();
                }
            }
            if (locked) {
                pdf.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aPdfGivesItsTextPageByPage() throws IOException {
        Blob file = Blob.of("invoice.pdf", "application/pdf", pdf(false));
        Fields read = bundles(run("pdf:text", "file", file)).getFirst();
        assertThat(read.get("text")).isEqualTo(Text.of("Invoice 118\n\nPage two"));
        assertThat(read.get("pages")).isEqualTo(Items.of(Text.of("Invoice 118"), Text.of("Page two")));
        assertThat(read.get("count")).isEqualTo(Num.of(2));
        assertThat(read.get("title")).isEqualTo(Text.of("Invoice"));
        assertThat(bundles(run("pdf:text", "file", file, "from", Num.of(2)))
                        .getFirst()
                        .get("text"))
                .isEqualTo(Text.of("Page two"));
        assertThat(failure(run("pdf:text", "file", Blob.of("l.pdf", "application/pdf", pdf(true)))))
                .isEqualTo(Kind.DATA);
    }

    private static Blob picture(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        return Blob.of("photo.png", "image/png", bytes.toByteArray());
    }

    private BufferedImage image(Fields bundle) throws IOException {
        try (InputStream bytes = blobs.open((Blob) bundle.get("file"))) {
            return ImageIO.read(bytes);
        }
    }

    @Test
    void aPictureGetsTheSizeAndTheFormatThatIsWanted() throws IOException {
        Blob photo = picture(400, 200);
        Fields inside = bundles(run("image:change", "file", photo, "width", Num.of(100), "height", Num.of(100)))
                .getFirst();
        assertThat(image(inside).getWidth()).isEqualTo(100);
        assertThat(image(inside).getHeight()).isEqualTo(50);
        Fields cut = bundles(run(
                        "image:change",
                        "file",
                        photo,
                        "width",
                        Num.of(100),
                        "height",
                        Num.of(100),
                        "fit",
                        "cover",
                        "format",
                        "jpeg"))
                .getFirst();
        assertThat(image(cut).getHeight()).isEqualTo(100);
        assertThat(((Blob) cut.get("file")).name()).isEqualTo("photo.jpg");
        Fields turned =
                bundles(run("image:change", "file", photo, "turn", "90")).getFirst();
        assertThat(turned.get("width")).isEqualTo(Num.of(200));
    }

    @Test
    void aPictureOfTooManyPixelsIsNeverUnpacked() throws IOException {
        byte[] small = ((Blob.Content.Inline) picture(10, 10).content()).bytes().clone();
        // The header of a PNG says the size; this one claims 60,000 by 60,000 pixels.
        for (int at : new int[] {16, 20}) {
            small[at] = 0;
            small[at + 1] = 0;
            small[at + 2] = (byte) 0xEA;
            small[at + 3] = 0x60;
        }
        assertThat(failure(run("image:change", "file", Blob.of("big.png", "image/png", small))))
                .isEqualTo(Kind.MAX_FILE_SIZE_EXCEEDED);
    }
}
