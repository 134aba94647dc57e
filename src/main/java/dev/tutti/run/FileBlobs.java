package dev.tutti.run;

import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Files under a folder, named by what they hold; each is on the disk before anybody hears its name. */
final class FileBlobs implements Blobs {

    /** What an expression may turn into text. */
    private static final int MOST_BYTES_OF_TEXT = 8_000_000;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final Path root;

    FileBlobs(Path root) {
        this.root = root;
    }

    @Override
    public Blob store(String name, String mediaType, InputStream in) throws IOException {
        Files.createDirectories(root);
        Path half = Files.createTempFile(root, "half-", "");
        try {
            MessageDigest digest = sha256();
            long size;
            try (FileChannel file = FileChannel.open(half, StandardOpenOption.WRITE)) {
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(file), digest);
                size = in.transferTo(out);
                file.force(true);
            }
            String id = HexFormat.of().formatHex(digest.digest());
            Path place = place(id);
            if (!refresh(place)) {
                Path folder = place.resolveSibling("");
                boolean fresh = !Files.exists(folder);
                Files.createDirectories(folder);
                Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
                sync(folder);
                if (fresh) {
                    sync(root);
                }
            }
            return new Blob(name, mediaType, size, new Blob.Content.Stored(id));
        } finally {
            Files.deleteIfExists(half);
        }
    }

    @Override
    public InputStream open(Blob blob) throws IOException {
        return switch (blob.content()) {
            case Blob.Content.Inline(byte[] bytes) -> new ByteArrayInputStream(bytes);
            case Blob.Content.Stored(String id) -> Files.newInputStream(place(id));
        };
    }

    /** The whole content of a file that an expression turns into text. */
    byte[] bytes(Blob blob) {
        if (blob.size() > MOST_BYTES_OF_TEXT) {
            throw new IllegalArgumentException("A file of " + blob.size() + " bytes is too large to become text");
        }
        try (InputStream in = open(blob)) {
            return in.readNBytes(MOST_BYTES_OF_TEXT);
        } catch (IOException gone) {
            throw new IllegalArgumentException("The file is gone", gone);
        }
    }

    private Path place(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not the name of a stored file");
        }
        return root.resolve(id.substring(0, 2)).resolve(id.substring(2));
    }

    /** Makes a file young again, so that it is not taken away before its new owner is known; false if there is none. */
    private static boolean refresh(Path place) throws IOException {
        try {
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
