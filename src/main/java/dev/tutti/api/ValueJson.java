package dev.tutti.api;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How values look in the JSON of the API: as the JSON they came from. What a request sends is only ever plain data. */
@Configuration(proxyBeanMethods = false)
class ValueJson {

    @Bean
    JacksonModule valuesAsJson() {
        return new SimpleModule("values")
                .addSerializer(Value.class, new Writing())
                .addDeserializer(Value.class, new Reading<>(Value.class))
                .addDeserializer(Fields.class, new Reading<>(Fields.class))
                .addDeserializer(Items.class, new Reading<>(Items.class));
    }

    private static final class Writing extends StdSerializer<Value> {
        Writing() {
            super(Value.class);
        }

        @Override
        public void serialize(Value value, JsonGenerator json, SerializationContext context) {
            Json.write(value, json);
        }
    }

    private static final class Reading<V extends Value> extends StdDeserializer<V> {
        private final Class<V> wanted;

        Reading(Class<V> wanted) {
            super(wanted);
            this.wanted = wanted;
        }

        @Override
        public V deserialize(JsonParser json, DeserializationContext context) {
            String text = context.readTree(json).toString();
            if (Json.parse(text) instanceof Json.Parsed(Value value) && wanted.isInstance(value)) {
                return wanted.cast(value);
            }
            return wanted.cast(context.handleUnexpectedToken(wanted, json));
        }
    }
}
