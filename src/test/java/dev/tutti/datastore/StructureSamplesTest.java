package dev.tutti.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.datastore.StructureSamples.Answer;
import dev.tutti.datastore.StructureSamples.Kind;
import dev.tutti.value.Structure;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureSamplesTest {

    private static String fields(Kind kind, String sample) {
        Structure found = ((Answer.Found) StructureSamples.of(kind, sample)).structure();
        return found.fields().stream()
                .map(field -> field.name() + ":" + field.type().json())
                .collect(Collectors.joining(" "));
    }

    @Test
    void worksOutTheFieldsOfEveryKindOfSample() {
        assertThat(fields(Kind.JSON, "[{\"a\":1,\"b\":[1]},{\"a\":2,\"c\":true}]"))
                .isEqualTo("a:number b:array c:boolean");
        assertThat(fields(Kind.XML, "<order><no>7</no></order>")).isEqualTo("order:collection");
        assertThat(fields(Kind.CSV, "name;age;zip;on\nAda;36;01234;true\nBo;;;false"))
                .as("an age that is missing is no number, so the column may hold anything")
                .isEqualTo("name:text age:any zip:text on:boolean");
        assertThat(fields(Kind.CSV, "name,age")).isEqualTo("name:text age:text");
        assertThat(fields(Kind.QUERY, "https://x.example/?a=1&b=%C3%BC&c")).isEqualTo("a:number b:text c:text");
    }

    @ParameterizedTest
    @CsvSource({"JSON,{", "XML,<a>", "XML,<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "CSV,''"})
    void saysThatASampleCannotBeRead(Kind kind, String sample) {
        assertThat(StructureSamples.of(kind, sample)).isInstanceOf(Answer.Unreadable.class);
    }
}
