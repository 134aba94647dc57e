package dev.tutti.scenario.make;

import dev.tutti.scenario.exchange.Findings;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a node uses that does not travel in files: connections, webhooks, data stores and the like. */
final class MakeNeeds {

    /** By the type of the field, as its node describes it. */
    private static final Map<String, String> KINDS = Map.of(
            "account", "connection",
            "hook", "webhook",
            "keychain", "key",
            "cert", "key",
            "pkey", "key",
            "datastore", "datastore",
            "udt", "structure",
            "scenario", "scenario",
            "device", "device",
            "aiagent", "agent");

    /** By the name of the field, for nodes that describe none. */
    private static final Map<String, String> NAMES = Map.of(
            "__IMTCONN__", "connection",
            "account", "connection",
            "makeConnectionId", "connection",
            "hook", "webhook",
            "__IMTHOOK__", "webhook",
            "datastore", "datastore",
            "apiKeyKeychain", "key",
            "basicAuthKeychain", "key",
            "proxyKeychain", "key");

    private MakeNeeds() {}

    static void find(Fields node, int no, String ref, Findings report) {
        Fields metadata = Look.fields(node, "metadata");
        Map<String, String> found = new LinkedHashMap<>();
        for (String part : List.of("parameters", "mapper")) {
            for (String field : Look.fields(node, part).fields().keySet()) {
                if (NAMES.containsKey(field) && given(Look.fields(node, part).get(field))) {
                    found.put(field, NAMES.get(field));
                }
            }
        }
        for (String part : List.of("parameters", "expect")) {
            for (Fields spec : Look.each(metadata, part)) {
                String type = Look.text(spec, "type");
                String kind = KINDS.get(type.contains(":") ? type.substring(0, type.indexOf(':')) : type);
                String field = Look.text(spec, "name");
                if (kind != null
                        && (given(Look.fields(node, "parameters").get(field))
                                || given(Look.fields(node, "mapper").get(field)))) {
                    found.put(field, kind);
                }
            }
        }
        found.forEach((field, kind) ->
                report.need(kind, label(metadata, field), no, kind.equals("webhook") && ref.equals("webhook:receive")));
    }

    private static boolean given(Value value) {
        return value != Nothing.NULL && !value.equals(Text.EMPTY);
    }

    private static String label(Fields metadata, String field) {
        Fields restore = Look.fields(metadata, "restore");
        for (String part : List.of("parameters", "expect")) {
            String label = Look.text(Look.fields(Look.fields(restore, part), field), "label");
            if (!label.isBlank()) {
                return Look.cut(label.strip(), 200);
            }
        }
        return "";
    }
}
