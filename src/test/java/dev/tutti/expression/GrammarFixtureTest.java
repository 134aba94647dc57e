package dev.tutti.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vectors that the editor's parser shares with this one. Offsets are UTF-16 characters; a path shows an index in
 * brackets, empty for the first item; pills are data of modules, variables all other data; they and the functions are
 * given for what parses.
 */
class GrammarFixtureTest {

    static Stream<Arguments> vectors() {
        InputStream in = GrammarFixtureTest.class.getResourceAsStream("/fixtures/grammar.json");
        Items vectors = (Items) Json.parse(in).value().orElseThrow();
        return vectors.items().stream().map(vector -> Arguments.of(((Fields) vector).get("source"), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void bothParsersReadTheSame(Text source, Fields vector) {
        assertThat(Json.write(seen(source.text()))).isEqualTo(Json.write(vector));
    }

    @Test
    void thereIsAVectorForEveryKindOfToken() {
        String all = vectors().map(vector -> ((Text) vector.get()[0]).text()).reduce("", String::concat);
        assertThat(List.of(
                        "|", "&", "=", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "`", "[", "\"\"", ";", "{{",
                        "}}"))
                .allMatch(all::contains);
        assertThat(vectors().count()).isGreaterThan(60);
    }

    static Fields seen(String source) {
        Parse parse = Expressions.parse(source);
        Fields.Builder seen = Fields.builder()
                .put("source", Text.of(source))
                .put("ok", Bool.of(parse.ok().isPresent()));
        parse.ok()
                .ifPresent(template -> seen.put("pills", pills(template))
                        .put("variables", variables(template))
                        .put("functions", functions(template)));
        return seen.put("errors", places(parse, Problem::isError))
                .put("warnings", places(parse, problem -> !problem.isError()))
                .build();
    }

    private static Value pills(Template template) {
        return new Items(template.references().stream()
                .filter(reference -> reference.module() >= 0)
                .<Value>map(reference -> Fields.builder()
                        .put("from", Num.of(reference.from()))
                        .put("to", Num.of(reference.to()))
                        .put("module", Num.of(reference.module()))
                        .put("path", texts(reference.path()))
                        .build())
                .toList());
    }

    private static Value variables(Template template) {
        return new Items(template.references().stream()
                .filter(reference -> reference.module() < 0)
                .<Value>map(reference -> {
                    List<String> path = new ArrayList<>(reference.path());
                    path.addFirst(((Expression.Head.Named) reference.pick().head()).name());
                    return Fields.of(
                            "from", Num.of(reference.from()), "to", Num.of(reference.to()), "path", texts(path));
                })
                .toList());
    }

    private static Value texts(List<String> texts) {
        return new Items(texts.stream().<Value>map(Text::of).toList());
    }

    private static Value functions(Template template) {
        List<Value> names = new ArrayList<>();
        collect(template.root(), names);
        return new Items(names);
    }

    private static void collect(Expression expression, List<Value> names) {
        switch (expression) {
            case Expression.Literal _ -> {}
            case Expression.Pick pick ->
                pick.path().forEach(segment -> {
                    if (segment instanceof Expression.Segment.At(Expression index)) {
                        collect(index, names);
                    }
                });
            case Expression.Concat(List<Expression> parts) -> parts.forEach(part -> collect(part, names));
            case Expression.Apply(String function, List<Expression> arguments) -> {
                if (Character.isLetter(function.charAt(0))) {
                    names.add(Text.of(function));
                }
                arguments.forEach(argument -> collect(argument, names));
            }
        }
    }

    private static Value places(Parse parse, Predicate<Problem> wanted) {
        return new Items(parse.problems().stream()
                .filter(wanted)
                .<Value>map(problem -> Fields.of("from", Num.of(problem.from()), "to", Num.of(problem.to())))
                .toList());
    }
}
