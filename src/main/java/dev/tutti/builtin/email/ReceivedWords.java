package dev.tutti.builtin.email;

/** The texts for what a received e-mail holds, for every module that gives some out. */
final class ReceivedWords {

    static final String LINES = """
            output.id = Number in the folder | Numéro dans le dossier
            output.messageId = Message number | Numéro du message
            output.subject = Subject | Objet
            output.from = From | De
            output.from.name = Name | Nom
            output.from.address = Address | Adresse
            output.to = To | À
            output.to.name = Name | Nom
            output.to.address = Address | Adresse
            output.cc = Copy to | Copie à
            output.cc.name = Name | Nom
            output.cc.address = Address | Adresse
            output.date = Date | Date
            output.seen = Read | Lu
            output.text = Text | Texte
            output.html = HTML | HTML
            output.attachments = Attachments | Pièces jointes
            output.attachments.file = File | Fichier
            output.attachments.name = Name | Nom
            output.attachments.size = Size in bytes | Taille en octets
            """;

    private ReceivedWords() {}
}
