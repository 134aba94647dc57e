package dev.tutti.builtin.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Pictures in memory. A picture says how large it is before it is unpacked, and one that is too large never is. */
final class Picture {

    static final int MOST_SIDE = 10_000;
    private static final long MOST_PIXELS = 40_000_000;

    private Picture() {}

    sealed interface Reading {}

    /** @param format the name by which it can be written again: png, jpeg, gif */
    record Read(BufferedImage image, String format) implements Reading {}

    record TooLarge(int width, int height) implements Reading {}

    record Unreadable() implements Reading {}

    static Reading read(Path path) throws IOException {
        try (ImageInputStream bytes = ImageIO.createImageInputStream(path.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                return new Unreadable();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(bytes, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS) {
                    return new TooLarge(width, height);
                }
                String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                return new Read(reader.read(0), format.equals("jpeg") || format.equals("gif") ? format : "png");
            } catch (RuntimeException broken) {
                return new Unreadable();
            } finally {
                reader.dispose();
            }
        }
    }

    /** @param degrees 0, 90, 180 or 270 to the right */
    static BufferedImage turned(BufferedImage image, int degrees) {
        if (degrees == 0) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean upright = degrees == 180;
        BufferedImage turned = canvas(upright ? width : height, upright ? height : width);
        AffineTransform turn = new AffineTransform();
        turn.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        turn.quadrantRotate(degrees / 90);
        turn.translate(-width / 2.0, -height / 2.0);
        draw(turned, graphics -> graphics.drawImage(image, turn, null));
        return turned;
    }

    /**
     * @param width and {@code height} wanted, 0 where it follows the other
     * @param fit inside, cover or stretch
     */
    static BufferedImage sized(BufferedImage image, int width, int height, String fit) {
        if (width == 0 && height == 0) {
            return image;
        }
        double across = (double) width / image.getWidth();
        double down = (double) height / image.getHeight();
        double scale = width == 0
                ? down
                : height == 0 ? across : fit.equals("cover") ? Math.max(across, down) : Math.min(across, down);
        boolean stretch = fit.equals("stretch") && width > 0 && height > 0;
        int scaledWidth = stretch ? width : side(image.getWidth() * scale);
        int scaledHeight = stretch ? height : side(image.getHeight() * scale);
        boolean cut = fit.equals("cover") && width > 0 && height > 0;
        BufferedImage sized = canvas(cut ? width : scaledWidth, cut ? height : scaledHeight);
        int left = (sized.getWidth() - scaledWidth) / 2;
        int top = (sized.getHeight() - scaledHeight) / 2;
        draw(sized, graphics -> graphics.drawImage(image, left, top, scaledWidth, scaledHeight, null));
        return sized;
    }

    static BufferedImage onWhite(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        draw(plain, graphics -> graphics.drawImage(image, 0, 0, Color.WHITE, null));
        return plain;
    }

    private static int side(double length) {
        return (int) Math.clamp(Math.round(length), 1, MOST_SIDE);
    }

    private static BufferedImage canvas(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    private interface Drawing {
        void on(Graphics2D graphics);
    }

    private static void draw(BufferedImage image, Drawing drawing) {
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            drawing.on(graphics);
        } finally {
            graphics.dispose();
        }
    }
}
