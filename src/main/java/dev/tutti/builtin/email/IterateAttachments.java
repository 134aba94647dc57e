package dev.tutti.builtin.email;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives the attachments of an e-mail one by one. */
@Component
final class IterateAttachments implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("email:attachments")
            .disc("paperclip", Mailboxes.TINT)
            .fields(Field.of("attachments", FieldType.ARRAY).require())
            .outputs(Output.of("file", FieldType.FILE), Output.text("name"), Output.number("size"))
            .example(Fields.of(
                    "file",
                    Blob.of("invoice.pdf", "application/pdf", new byte[0]),
                    "name",
                    Text.of("invoice.pdf"),
                    "size",
                    Num.of(48_000)))
            .words("""
                    name = Iterate attachments | Parcourir les pièces jointes
                    help = Gives the attachments of an e-mail one by one. | Donne les pièces jointes d’un e-mail une à une.
                    keywords = imap, file, each, attachment | imap, fichier, chaque, pièce jointe
                    field.attachments.label = Attachments | Pièces jointes
                    field.attachments.help = The attachments of a module that reads e-mails. | Les pièces jointes d’un module qui lit des e-mails.
                    output.file = File | Fichier
                    output.name = Name | Nom
                    output.size = Size in bytes | Taille en octets
                    """)
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        List<Value> files = input.get("attachments") instanceof Items items ? items.items() : List.of();
        return new Outcome.Emitted(files.stream()
                .map(file -> file instanceof Fields fields ? fields : Fields.of("file", file))
                .toList());
    }
}
