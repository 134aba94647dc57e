package dev.tutti.builtin.email;

import dev.tutti.connector.FieldType;
import dev.tutti.connector.Output;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An e-mail of a mailbox as a bundle. */
final class Received {

    /** How deep parts may lie in each other; a message may nest them without end. */
    private static final int DEEPEST = 20;

    private static final int MOST_LETTERS = 2_000_000;
    private static final int MOST_FILES = 100;

    private final Blobs blobs;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Value> files = new ArrayList<>();

    private Received(Blobs blobs) {
        this.blobs = blobs;
    }

    static Output[] outputs() {
        return new Output[] {
            Output.text("id"),
            Output.text("messageId"),
            Output.text("subject"),
            Output.collection("from", Output.text("name"), Output.text("address")),
            Output.list("to", Output.text("name"), Output.text("address")),
            Output.list("cc", Output.text("name"), Output.text("address")),
            Output.date("date"),
            Output.yesNo("seen"),
            Output.text("text"),
            Output.text("html"),
            Output.list("attachments", Output.of("file", FieldType.FILE), Output.text("name"), Output.number("size"))
        };
    }

    static Fields example() {
        Fields ada = Fields.of("name", Text.of("Ada Lovelace"), "address", Text.of("ada@example.com"));
        return Fields.builder()
                .put("id", Text.of("118"))
                .put("messageId", Text.of("<kq3v7x@example.com>"))
                .put("subject", Text.of("Invoice 2026-118"))
                .put("from", ada)
                .put("to", Items.of(Fields.of("name", Text.EMPTY, "address", Text.of("office@example.com"))))
                .put("cc", Items.EMPTY)
                .put("date", new Moment(Instant.parse("2026-11-20T08:30:00Z")))
                .put("seen", Bool.FALSE)
                .put("text", Text.of("Please find the invoice attached."))
                .put("html", Text.EMPTY)
                .put("attachments", Items.EMPTY)
                .build();
    }

    /**
     * @param id the message's number in its folder
     * @param content whether to read the texts and the attachments as well
     */
    static Fields bundle(Message message, long id, boolean content, Blobs blobs)
            throws MessagingException, IOException {
        Received received = new Received(blobs);
        if (content) {
            received.read(message, 0);
        }
        Date date = message.getReceivedDate() == null ? message.getSentDate() : message.getReceivedDate();
        return Fields.builder()
                .put("id", Text.of(Long.toString(id)))
                .put("messageId", text(message instanceof MimeMessage mime ? mime.getMessageID() : null))
                .put("subject", text(message.getSubject()))
                .put(
                        "from",
                        people(message.getFrom()).items().stream().findFirst().orElse(Fields.EMPTY))
                .put("to", people(message.getRecipients(Message.RecipientType.TO)))
                .put("cc", people(message.getRecipients(Message.RecipientType.CC)))
                .put("date", date == null ? Nothing.NULL : new Moment(date.toInstant()))
                .put("seen", Bool.of(message.isSet(Flags.Flag.SEEN)))
                .put("text", Text.of(received.text.toString()))
                .put("html", Text.of(received.html.toString()))
                .put("attachments", new Items(received.files))
                .build();
    }

    private void read(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i), depth + 1);
            }
        } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                || part.getFileName() != null
                || !part.isMimeType("text/*")) {
            file(part);
        } else {
            StringBuilder into = part.isMimeType("text/html") ? html : text;
            String words = part.getContent() instanceof String said
                    ? said
                    : new String(part.getInputStream().readNBytes(MOST_LETTERS), StandardCharsets.UTF_8);
            into.append(words, 0, Math.min(words.length(), Math.max(0, MOST_LETTERS - into.length())));
        }
    }

    private void file(Part part) throws MessagingException, IOException {
        if (files.size() == MOST_FILES) {
            return;
        }
        String given = part.getFileName() == null ? "attachment" : MimeUtility.decodeText(part.getFileName());
        // A name is only a name: whoever sends the message must not choose a folder.
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String type = part.getContentType() == null
                ? Blob.BINARY
                : part.getContentType().split(";", 2)[0].strip();
        try (InputStream bytes = part.getInputStream()) {
            Blob file = blobs.store(name, type.toLowerCase(Locale.ROOT), bytes);
            files.add(Fields.of("file", file, "name", Text.of(name), "size", Num.of(file.size())));
        }
    }

    private static Items people(Address @Nullable [] addresses) {
        List<Value> people = new ArrayList<>();
        for (Address address : addresses == null ? new Address[0] : addresses) {
            if (address instanceof InternetAddress one) {
                people.add(Fields.of("name", text(one.getPersonal()), "address", text(one.getAddress())));
            }
        }
        return new Items(people);
    }

    private static Text text(@Nullable String text) {
        return Text.of(text == null ? "" : text);
    }
}
