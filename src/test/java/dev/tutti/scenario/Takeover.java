package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.scenario.exchange.FileText;
import dev.tutti.scenario.exchange.Foreign;
import dev.tutti.scenario.exchange.OwnFormat;
import dev.tutti.scenario.exchange.Reading;
import dev.tutti.scenario.make.MakeExport;
import dev.tutti.scenario.make.MakeReading;
import dev.tutti.scenario.n8n.N8nReading;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What an import makes of a file, without a database. */
record Takeover(String name, Blueprint blueprint, ImportReport report) {

    private static final List<Foreign> FORMATS =
            List.of(new OwnFormat(), new N8nReading(TestCatalogue.MODULES), new MakeReading(TestCatalogue.MODULES));

    /** A file beside the tests, such as {@code make/order-reply}. */
    static Takeover file(String name) {
        return of(bytes(name));
    }

    static Takeover of(String json) {
        return of(json.getBytes(StandardCharsets.UTF_8));
    }

    static Takeover of(Fields json) {
        return of(Json.bytes(json));
    }

    static Takeover of(byte[] bytes) {
        FileText.Answer answer = FileText.read(bytes);
        assertThat(answer).isInstanceOf(FileText.Read.class);
        FileText.Read read = (FileText.Read) answer;
        Reading reading = reading(read).orElseThrow();
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        Reading.Understood understood = (Reading.Understood) reading;
        List<FileText.Repair> repairs = new ArrayList<>(read.repairs());
        repairs.addAll(understood.repairs());
        understood.findings().remaining(TestCatalogue.checks().check(understood.blueprint()));
        return new Takeover(
                understood.name().orElse("Imported scenario"),
                understood.blueprint(),
                understood.findings().in(Locale.ENGLISH, FileText.repairs(repairs, Locale.ENGLISH)));
    }

    /** The file that goes back to Make. */
    Fields exported() {
        return ((MakeExport.Written) new MakeExport(TestCatalogue.MODULES).write(name, blueprint)).file();
    }

    /** Why a file is refused; empty where it is not. */
    static Optional<Imports.Rejected> refused(byte[] bytes) {
        return switch (FileText.read(bytes)) {
            case FileText.Unreadable(Imports.Rejected why) -> Optional.of(why);
            case FileText.Read read ->
                switch (reading(read).orElse(null)) {
                    case null ->
                        Optional.of(new Imports.Rejected(
                                "not-a-blueprint", dev.tutti.value.Message.of("exchange.not-a-blueprint")));
                    case Reading.NotUnderstood(Imports.Rejected why) -> Optional.of(why);
                    case Reading.Understood _ -> Optional.empty();
                };
        };
    }

    private static Optional<Reading> reading(FileText.Read read) {
        return FORMATS.stream()
                .map(format -> format.read(read.value(), Locale.ENGLISH))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How long this thread works at it, in milliseconds, however busy the machine is; the second time, as in a warm server. */
    static long milliseconds(Runnable work) {
        work.run();
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - begin) / 1_000_000;
    }

    static byte[] bytes(String name) {
        try (var in = Objects.requireNonNull(Takeover.class.getResourceAsStream("/" + name + ".json"), name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static Fields json(String name) {
        return (Fields) Json.parse(bytes(name)).value().orElseThrow();
    }
}
