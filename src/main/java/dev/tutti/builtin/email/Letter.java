package dev.tutti.builtin.email;

import dev.tutti.connection.Credentials;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** An e-mail as its settings say, ready for the post. */
final class Letter {

    private final Session session;
    private final Fields input;
    private final Credentials.Smtp server;
    private final String key;
    private final Blobs blobs;

    Letter(Session session, Fields input, Credentials.Smtp server, String key, Blobs blobs) {
        this.session = session;
        this.input = input;
        this.server = server;
        this.key = key;
        this.blobs = blobs;
    }

    /** Somebody cannot be written to like this. */
    static final class BadAddress extends MessagingException {
        private static final long serialVersionUID = 1L;
        private final String address;

        BadAddress(String address) {
            super("not an address");
            this.address = address;
        }

        String address() {
            return address;
        }
    }

    MimeMessage write(Instant now) throws MessagingException {
        InternetAddress from = addresses(List.of(text("from").isBlank() ? server.from() : text("from")))
                .getFirst();
        MimeMessage message =
                new Numbered(session, "<" + key.replaceAll("[^A-Za-z0-9._-]", "") + "@" + domain(from) + ">");
        message.setFrom(from);
        message.setRecipients(Message.RecipientType.TO, array(list("to")));
        message.setRecipients(Message.RecipientType.CC, array(list("cc")));
        message.setRecipients(Message.RecipientType.BCC, array(list("bcc")));
        if (!text("replyTo").isBlank()) {
            message.setReplyTo(array(addresses(List.of(text("replyTo")))));
        }
        message.setSubject(oneLine(text("subject")), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        content(message);
        message.saveChanges();
        return message;
    }

    private void content(MimeMessage message) throws MessagingException {
        List<Value> attachments = input.get("attachments") instanceof Items(List<Value> items) ? items : List.of();
        if (attachments.isEmpty()) {
            body(message);
            return;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart body = new MimeBodyPart();
        body(body);
        mixed.addBodyPart(body);
        for (Value attachment : attachments) {
            Fields parts = (Fields) attachment;
            mixed.addBodyPart(attached((Blob) parts.get("file"), parts.get("name")));
        }
        message.setContent(mixed);
    }

    /** With both forms given, programs that show HTML take it, and the others the text (RFC 2046, section 5.1.4). */
    private void body(Part part) throws MessagingException {
        String html = text("html");
        String text = text("text");
        if (html.isEmpty()) {
            plain(part, text);
        } else if (text.isEmpty()) {
            html(part, html);
        } else {
            MimeBodyPart first = new MimeBodyPart();
            plain(first, text);
            MimeBodyPart second = new MimeBodyPart();
            html(second, html);
            part.setContent(new MimeMultipart("alternative", first, second));
        }
    }

    private static void plain(Part part, String text) throws MessagingException {
        part.setContent(text, "text/plain; charset=utf-8");
    }

    private static void html(Part part, String html) throws MessagingException {
        part.setContent(html, "text/html; charset=utf-8");
    }

    private MimeBodyPart attached(Blob file, Value name) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new BlobSource(file, blobs)));
        String chosen = name instanceof Text(String text) && !text.isBlank() ? text : file.name();
        part.setFileName(oneLine(chosen.isBlank() ? "file" : chosen));
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    private List<InternetAddress> list(String field) throws MessagingException {
        List<Value> items = input.get(field) instanceof Items(List<Value> list) ? list : List.of();
        return addresses(items.stream()
                .map(item -> item instanceof Text(String text) ? text : "")
                .filter(text -> !text.isBlank())
                .toList());
    }

    private static List<InternetAddress> addresses(List<String> texts) throws MessagingException {
        List<InternetAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            try {
                for (InternetAddress address : InternetAddress.parse(oneLine(text), true)) {
                    address.validate();
                    addresses.add(address);
                }
            } catch (AddressException bad) {
                throw new BadAddress(text);
            }
        }
        if (addresses.isEmpty() && !texts.isEmpty()) {
            throw new BadAddress(String.join(", ", texts));
        }
        return addresses;
    }

    private static InternetAddress[] array(List<InternetAddress> addresses) {
        return addresses.toArray(InternetAddress[]::new);
    }

    private static String domain(InternetAddress from) {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }

    /** A line break in a header would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private String text(String field) {
        return input.get(field) instanceof Text(String text) ? text : "";
    }

    /** Carries our number, the same for a repeated call: a mail server or reader that has seen it knows. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
