package dev.tutti.expression;

import static dev.tutti.expression.FunctionSpec.Type.ANY;
import static dev.tutti.expression.FunctionSpec.Type.BOOLEAN;
import static dev.tutti.expression.FunctionSpec.Type.COLLECTION;
import static dev.tutti.expression.FunctionSpec.Type.NUMBER;
import static dev.tutti.expression.FunctionSpec.Type.TEXT;

import dev.tutti.expression.FunctionSpec.Group;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Choosing between values, and taking collections apart. */
final class GeneralFunctions {
    static final List<Functions.Entry> ALL = List.of(
            define("get")
                    .takes("collection", ANY)
                    .takes("path", TEXT)
                    .example("get(split(\"a,b,c\"; \",\"); 1 + 1)", "\"b\"")
                    .does(GeneralFunctions::get),
            define("if")
                    .takes("condition", BOOLEAN)
                    .takes("then", ANY)
                    .optional("otherwise", ANY)
                    .example("if(1 = 1; \"A\"; \"B\")", "\"A\"")
                    .example("if(1 = 2; \"A\"; \"B\")", "\"B\"")
                    .does(call -> call.value(Loose.truth(call.value(0)) ? 1 : 2)),
            define("ifempty")
                    .takes("value", ANY)
                    .takes("otherwise", ANY)
                    .example("ifempty(\"A\"; \"B\")", "\"A\"")
                    .example("ifempty(\"\"; \"B\")", "\"B\"")
                    .does(call -> call.value(Loose.isEmpty(call.value(0)) ? 1 : 0)),
            define("switch")
                    .takes("value", ANY)
                    .takes("match", ANY)
                    .takes("result", ANY)
                    .mayRepeat("more", ANY)
                    .example("switch(\"B\"; \"A\"; 1; \"B\"; 2; \"C\"; 3)", "2")
                    .example("switch(\"X\"; \"A\"; 1; \"B\"; 2; 4)", "4")
                    .does(GeneralFunctions::choose),
            define("omit").takes("collection", COLLECTION).repeats("key", TEXT).does(call -> keep(call, false)),
            define("pick").takes("collection", COLLECTION).repeats("key", TEXT).does(call -> keep(call, true)),
            define("equal")
                    .takes("first", ANY)
                    .takes("second", ANY)
                    .extension()
                    .example("equal(1; \"1\")", "true")
                    .does(call -> Bool.of(Loose.equal(call.value(0), call.value(1), call.zone()))),
            define("isBlank")
                    .takes("value", ANY)
                    .extension()
                    .example("isBlank(\"\")", "true")
                    .example("isBlank(null)", "true")
                    .example("isBlank(\"Hello\")", "false")
                    .example("isBlank(0)", "false")
                    .example("isBlank(\" \")", "false")
                    .does(call -> Bool.of(Loose.isEmpty(call.value(0)))),
            define("in")
                    .takes("value", ANY)
                    .repeats("candidate", ANY)
                    .extension()
                    .example("in(\"B\"; \"A\"; \"B\"; \"C\")", "true")
                    .example("in(\"D\"; \"A\"; \"B\"; \"C\")", "false")
                    .example("in(2; 1; 2; 3)", "true")
                    .example("in(\"2\"; 1; 2; 3)", "false")
                    .does(call -> Bool.of(isAmong(call, call.count()))),
            define("ifin")
                    .takes("value", ANY)
                    .takes("candidate", ANY)
                    .takes("then", ANY)
                    .takes("otherwise", ANY)
                    .mayRepeat("more", ANY)
                    .extension()
                    .example("ifin(\"B\"; \"A\"; \"B\"; \"yes\"; \"no\")", "\"yes\"")
                    .example("ifin(\"D\"; \"A\"; \"B\"; \"yes\"; \"no\")", "\"no\"")
                    .example("ifin(\"X\"; \"X\"; \"found\"; \"not found\")", "\"found\"")
                    .does(call -> call.value(call.count() - (isAmong(call, call.count() - 2) ? 2 : 1))),
            define("case")
                    .takes("position", NUMBER)
                    .repeats("value", ANY)
                    .extension()
                    .example("case(1; \"Sun\"; \"Mon\"; \"Tue\")", "\"Sun\"")
                    .example("case(3; \"Sun\"; \"Mon\"; \"Tue\")", "\"Tue\"")
                    .example("case(5; \"a\"; \"b\")", "null")
                    .does(call -> call.integer(0) < 1 ? Nothing.NULL : call.value(call.integer(0))),
            define("mergeCollections")
                    .repeats("collection", COLLECTION)
                    .extension()
                    .does(GeneralFunctions::merge));

    private GeneralFunctions() {}

    private static Draft define(String name) {
        return Draft.of(Group.GENERAL, name);
    }

    private static Value get(Call call) {
        return call.value(1) instanceof Num index
                ? Paths.item(call.value(0), index)
                : Paths.walk(call.value(0), call.text(1));
    }

    /** Pairs of match and result; a single last argument is for everything else. */
    private static Value choose(Call call) {
        int at = 1;
        while (at + 1 < call.count()) {
            if (Loose.equal(call.value(0), call.value(at), call.zone())) {
                return call.value(at + 1);
            }
            at += 2;
        }
        return call.value(at);
    }

    private static Value keep(Call call, boolean named) {
        Set<String> keys = new HashSet<>();
        for (Value key : call.rest(1)) {
            keys.add(call.written(key));
        }
        Fields.Builder kept = Fields.builder();
        call.fields(0).fields().forEach((key, value) -> {
            if (keys.contains(key) == named) {
                kept.put(key, value);
            }
        });
        return kept.build();
    }

    /** Without regard to what one type would be as another. */
    private static boolean isAmong(Call call, int end) {
        for (int i = 1; i < end; i++) {
            if (call.value(0).equals(call.value(i))) {
                return true;
            }
        }
        return false;
    }

    private static Value merge(Call call) {
        Fields merged = Fields.EMPTY;
        for (int i = 0; i < call.count(); i++) {
            merged = merged.with(call.fields(i));
        }
        return merged;
    }
}
