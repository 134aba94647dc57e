package dev.tutti.scenario.make;

import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.scenario.ImportReport.Grade;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes one module as a node of Make. What came from there and still means the same goes back as it was; anything else
 * is written by the equivalent that its module declares, and proved by translating it again.
 */
final class MakeNodes {

    private final Giving giving;

    MakeNodes(Giving giving) {
        this.giving = giving;
    }

    /** @param numbers the other numbers of modules that are written a second time, this one's too */
    Fields node(Sheet.Piece piece, Map<Integer, Integer> numbers) {
        int no = numbers.getOrDefault(piece.no(), piece.no());
        Fields original = giving.original(piece).orElse(Fields.EMPTY);
        Fields node = body(piece, original, no);
        if (!numbers.isEmpty()) {
            MakeTexts texts = MakeTexts.out(numbers);
            node = feeder(texts.renumbered(node), numbers);
        }
        if (no != piece.no() || original.isEmpty()) {
            node = node.with("id", Num.of(no));
        }
        return node.with("metadata", metadata(piece, original));
    }

    private Fields body(Sheet.Piece piece, Fields original, int no) {
        String there = MakeModules.ref(original);
        if (piece.ref().startsWith(MakeModules.INERT)) {
            giving.report.module(no, there, Grade.EXACT);
            return original;
        }
        if (isShape(piece.ref())) {
            giving.report.module(no, original.isEmpty() ? piece.ref() : there, Grade.EXACT);
            return original.isEmpty() ? shape(piece.ref(), no) : original;
        }
        ModuleSpec spec = giving.modules.find(piece.ref()).orElse(null);
        if (spec != null && !original.isEmpty() && unchanged(piece, original, spec)) {
            giving.report.module(no, there, Grade.EXACT);
            return original;
        }
        MakeWriting writing =
                spec == null ? null : written(piece, original, spec).orElse(null);
        return writing == null ? ours(piece, original, no) : made(writing, original, no);
    }

    /** Whether the original still means what the module is now. */
    private static boolean unchanged(Sheet.Piece piece, Fields original, ModuleSpec spec) {
        String name = MakeModules.ref(original);
        return spec.make().stream()
                .filter(equivalent -> equivalent.names().contains(name))
                .anyMatch(
                        equivalent -> means(equivalent, MakeModules.makeNode(original, piece.no(), name), piece, spec));
    }

    /** If-else and Merge: what they are made of are links. */
    private static boolean isShape(String ref) {
        return ref.equals(MakeBranches.IF_ELSE) || ref.equals(MakeBranches.MERGE);
    }

    private static Fields shape(String ref, int no) {
        String name = ref.equals(MakeBranches.MERGE) ? "builtin:BasicMerge" : "builtin:BasicIfElse";
        return Fields.of("id", Num.of(no), "module", Text.of(name), "version", Num.of(1));
    }

    private static boolean means(MakeEquivalent equivalent, MakeNode node, Sheet.Piece piece, ModuleSpec spec) {
        return MakeModules.translate(equivalent, node)
                .map(MakeTranslation::values)
                .filter(values -> Same.values(spec, MakeTexts.in(Map.of()).of(values), piece.values()))
                .isPresent();
    }

    private Optional<MakeWriting> written(Sheet.Piece piece, Fields original, ModuleSpec spec) {
        Fields values = MakeTexts.out(Map.of()).of(piece.values());
        return spec.make().stream()
                .flatMap(equivalent -> candidates(equivalent, values)
                        .flatMap(writing -> Stream.of(over(writing, original), writing))
                        .filter(writing -> !writing.notes().isEmpty()
                                || means(equivalent, node(writing, piece.no()), piece, spec)))
                .findFirst();
    }

    /** What the module declares, or else its own settings under their names. */
    private static Stream<MakeWriting> candidates(MakeEquivalent equivalent, Fields values) {
        if (equivalent.back().isPresent()) {
            try {
                return Stream.of(equivalent.back().get().apply(values));
            } catch (RuntimeException bug) {
                return Stream.of();
            }
        }
        return equivalent.names().stream()
                .sorted()
                .flatMap(name -> Stream.of(
                        new MakeWriting(name, 1, Fields.EMPTY, values, Fields.EMPTY, List.of()),
                        new MakeWriting(name, 1, values, Fields.EMPTY, Fields.EMPTY, List.of())));
    }

    /** The same settings written over those the node had there, so that what only Make knows stays. */
    private static MakeWriting over(MakeWriting writing, Fields original) {
        return MakeModules.ref(original).equals(writing.module())
                ? new MakeWriting(
                        writing.module(),
                        Look.whole(original.get("version")).orElse(writing.version()),
                        Look.fields(original, "parameters").with(writing.parameters()),
                        Look.fields(original, "mapper").with(writing.mapper()),
                        Look.fields(original, "flags").with(writing.flags()),
                        writing.notes())
                : writing;
    }

    private static MakeNode node(MakeWriting writing, int no) {
        return new MakeNode(
                no,
                writing.module(),
                writing.version(),
                writing.parameters(),
                writing.mapper(),
                writing.flags(),
                Fields.EMPTY);
    }

    private Fields made(MakeWriting writing, Fields original, int no) {
        giving.report.module(no, writing.module(), writing.notes().isEmpty() ? Grade.EXACT : Grade.APPROXIMATE);
        writing.notes().forEach(note -> giving.report.note(no, note));
        Fields node = (original.isEmpty() ? Fields.of("id", Num.of(no)) : original)
                .with("module", Text.of(writing.module()))
                .with("version", Num.of(writing.version()))
                .with("parameters", writing.parameters())
                .with("mapper", writing.mapper());
        return writing.flags().isEmpty() ? node : node.with("flags", writing.flags());
    }

    private Fields ours(Sheet.Piece piece, Fields original, int no) {
        String name = Ours.name(piece.ref()).text();
        giving.report.module(no, name, Grade.UNSUPPORTED);
        giving.report.note(no, Message.of("exchange.out.ours", name));
        return (original.isEmpty() ? Fields.of("id", Num.of(no)) : original)
                .with("module", Ours.name(piece.ref()))
                .with("version", Num.of(piece.version()))
                .with("parameters", Fields.EMPTY)
                .with("mapper", MakeTexts.out(Map.of()).of(piece.values()));
    }

    private static Fields feeder(Fields node, Map<Integer, Integer> numbers) {
        Fields parameters = Look.fields(node, "parameters");
        Integer other = numbers.get(Look.whole(parameters.get("feeder")).orElse(-1));
        return other == null ? node : node.with("parameters", parameters.with("feeder", Num.of(other)));
    }

    private Fields metadata(Sheet.Piece piece, Fields original) {
        Fields metadata = Look.fields(original, "metadata");
        Fields designer = Look.fields(metadata, "designer");
        if (original.isEmpty() || !MakeCanvas.spot(original, -1).equals(piece.at())) {
            designer = designer.with(MakeCanvas.back(piece.at()));
        }
        if (!MakeCanvas.name(original).equals(piece.name())) {
            designer = piece.name().isPresent()
                    ? designer.with("name", Text.of(piece.name().get()))
                    : designer.without("name");
        }
        if (!designer.isEmpty() || metadata.has("designer")) {
            metadata = metadata.with("designer", designer);
        }
        Value retry = piece.rest().get("retry");
        if (retry instanceof Fields) {
            giving.report.differs(piece.no(), Message.of("exchange.out.retry"));
            metadata = metadata.with("tutti", Look.fields(metadata, "tutti").with("retry", retry));
        } else if (metadata.has("tutti")) {
            metadata = metadata.without("tutti");
        }
        return metadata;
    }
}
