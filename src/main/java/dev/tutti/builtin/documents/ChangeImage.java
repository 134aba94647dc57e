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
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.springframework.stereotype.Component;

/** Makes a picture smaller, cuts or turns it, or writes it in another format. */
@Component
final class ChangeImage implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("image:change")
            .disc("image", "#6D3F9C")
            .fields(
                    Field.of("file", FieldType.FILE).require(),
                    Field.number("width").between(1, Picture.MOST_SIDE).in("px"),
                    Field.number("height").between(1, Picture.MOST_SIDE).in("px"),
                    Field.select("fit", "inside", "cover", "stretch").byDefault("inside"),
                    Field.select("turn", "0", "90", "180", "270").byDefault("0"),
                    Field.select("format", "same", "png", "jpeg", "gif").byDefault("same"),
                    Field.number("quality")
                            .byDefault(85)
                            .between(1, 100)
                            .in("%")
                            .inAdvanced())
            .outputs(Output.of("file", FieldType.FILE), Output.number("width"), Output.number("height"))
            .example(Fields.of(
                    "file",
                    Blob.of("photo.png", "image/png", new byte[0]),
                    "width",
                    Num.of(800),
                    "height",
                    Num.of(600)))
            .words("""
                    app = Image | Image
                    name = Change a picture | Modifier une image
                    help = Makes a picture smaller, cuts or turns it, or writes it in another format. | Réduit, recadre ou tourne une image, ou l’écrit dans un autre format.
                    keywords = resize, crop, rotate, convert, png, jpeg | redimensionner, recadrer, tourner, convertir
                    field.file.label = Picture | Image
                    field.file.help = A PNG, JPEG, GIF or BMP file. | Un fichier PNG, JPEG, GIF ou BMP.
                    field.width.label = Width | Largeur
                    field.width.help = Without it, it follows the height. | À défaut, elle suit la hauteur.
                    field.height.label = Height | Hauteur
                    field.height.help = Without it, it follows the width. | À défaut, elle suit la largeur.
                    field.fit.label = How it fits | Ajustement
                    field.fit.help = What happens where the sides have other proportions. | Ce qui se passe quand les proportions diffèrent.
                    field.fit.option.inside = Whole picture inside | Image entière à l’intérieur
                    field.fit.option.cover = Fill, cut what is over | Remplir, couper ce qui dépasse
                    field.fit.option.stretch = Stretch | Étirer
                    field.turn.label = Turn to the right | Tourner vers la droite
                    field.turn.help = In degrees. | En degrés.
                    field.turn.option.0 = Not at all | Pas du tout
                    field.turn.option.90 = 90° | 90°
                    field.turn.option.180 = 180° | 180°
                    field.turn.option.270 = 270° | 270°
                    field.format.label = Format | Format
                    field.format.help = JPEG knows no transparency: it becomes white. | JPEG ne connaît pas la transparence : elle devient blanche.
                    field.format.option.same = As it is | Inchangé
                    field.format.option.png = PNG | PNG
                    field.format.option.jpeg = JPEG | JPEG
                    field.format.option.gif = GIF | GIF
                    field.quality.label = Quality | Qualité
                    field.quality.help = For JPEG. | Pour JPEG.
                    output.file = Picture | Image
                    output.width = Width | Largeur
                    output.height = Height | Hauteur
                    """)
            .done();

    private final Blobs blobs;

    ChangeImage(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Blob file = (Blob) input.get("file");
        try (LocalCopy copy = LocalCopy.of(file, blobs)) {
            return switch (Picture.read(copy.path())) {
                case Picture.Unreadable() ->
                    Failures.fail(invocation, Failure.Kind.DATA, "builtin.document.picture", file.name());
                case Picture.TooLarge(int width, int height) ->
                    Failures.fail(
                            invocation,
                            Failure.Kind.MAX_FILE_SIZE_EXCEEDED,
                            "builtin.document.picture.large",
                            width,
                            height);
                case Picture.Read(BufferedImage image, String format) -> {
                    String wanted = text(input.get("format"));
                    String into = wanted.equals("same") ? format : wanted;
                    BufferedImage turned = Picture.turned(image, Integer.parseInt(text(input.get("turn"))));
                    BufferedImage sized = Picture.sized(
                            turned, number(input.get("width")), number(input.get("height")), text(input.get("fit")));
                    yield Outcome.emitted(Fields.of(
                            "file", store(sized, into, number(input.get("quality")), file.name()),
                            "width", Num.of(sized.getWidth()),
                            "height", Num.of(sized.getHeight())));
                }
            };
        } catch (IOException unreadable) {
            return Failures.fail(invocation, Failure.Kind.DATA, "builtin.document.picture", file.name());
        }
    }

    private Blob store(BufferedImage image, String format, int quality, String name) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            boolean jpeg = format.equals("jpeg");
            if (jpeg) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(quality / 100f);
            }
            writer.write(null, new IIOImage(jpeg ? Picture.onWhite(image) : image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        int dot = name.lastIndexOf('.');
        String stem = name.isEmpty() ? "picture" : dot > 0 ? name.substring(0, dot) : name;
        String ending = format.equals("jpeg") ? "jpg" : format;
        return blobs.store(stem + "." + ending, "image/" + format, new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static String text(Value value) {
        return value instanceof Text(String text) ? text.toLowerCase(Locale.ROOT) : "";
    }

    /** 0 where nothing was given. */
    private static int number(Value value) {
        return value instanceof Num(var number) ? number.intValue() : 0;
    }
}
