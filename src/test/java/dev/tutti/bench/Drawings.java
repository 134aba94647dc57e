package dev.tutti.bench;

import dev.tutti.testing.Caller;
import dev.tutti.testing.ChildTutti;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The scenarios and bodies that are measured. */
final class Drawings {

    private Drawings() {}

    /** webhook, set five fields, filter, reply */
    static String fiveFields() {
        String variables = "{\"variables\":[{\"name\":\"first\",\"value\":\"{{upper(1.name)}}\"},"
                + "{\"name\":\"second\",\"value\":\"{{1.order.total * 1.2}}\"},"
                + "{\"name\":\"third\",\"value\":\"{{1.email}} / {{1.city}}\"},"
                + "{\"name\":\"fourth\",\"value\":\"{{length(1.order.lines)}}\"},"
                + "{\"name\":\"fifth\",\"value\":\"{{if(1.order.total > 100; \\\"large\\\"; \\\"small\\\")}}\"}],\"scope\":\"cycle\"}";
        return blueprint(
                module(1, "webhook:receive", "{}")
                        + "," + module(2, "tools:setVariables", variables)
                        + "," + module(3, "webhook:reply", "{\"status\":\"200\",\"body\":\"{{2.first}} {{2.fifth}}\"}"),
                link(1, 2) + "," + filtered(2, 3, "{{2.second}}", "number:greater", "100"));
    }

    /** webhook, compose, reply */
    static String noted() {
        return blueprint(
                module(1, "webhook:receive", "{}")
                        + "," + module(2, "tools:compose", "{\"text\":\"{{1.number}} for {{1.name}} in {{1.city}}\"}")
                        + "," + module(3, "webhook:reply", "{\"status\":\"200\",\"body\":\"{{2.value}}\"}"),
                link(1, 2) + "," + link(2, 3));
    }

    /** webhook, iterate, five mapped fields, filter half, aggregate, reply */
    static String records() {
        String variables =
                "{\"variables\":[{\"name\":\"a\",\"value\":\"{{2.id}}\"},{\"name\":\"b\",\"value\":\"{{upper(2.name)}}\"},"
                        + "{\"name\":\"c\",\"value\":\"{{2.amount * 2}}\"},{\"name\":\"d\",\"value\":\"{{2.city}}, {{2.country}}\"},"
                        + "{\"name\":\"e\",\"value\":\"{{substring(2.note; 0; 10)}}\"}],\"scope\":\"cycle\"}";
        return blueprint(
                module(1, "webhook:receive", "{}")
                        + "," + module(2, "flow:iterator", "{\"array\":\"{{1.records}}\"}")
                        + "," + module(3, "tools:setVariables", variables)
                        + ","
                        + module(
                                4,
                                "flow:arrayAggregator",
                                "{\"source\":2,\"fields\":[{\"name\":\"id\",\"value\":\"{{3.a}}\"},{\"name\":\"total\",\"value\":\"{{3.c}}\"}]}")
                        + "," + module(5, "webhook:reply", "{\"status\":\"200\",\"body\":\"{{length(4.array)}}\"}"),
                link(1, 2) + "," + link(2, 3) + "," + filtered(3, 4, "{{2.even}}", "boolean:equal", "{{true}}") + ","
                        + link(4, 5));
    }

    /** webhook, a call that answers at once, a call that takes its time */
    static String calls(String stub) {
        return blueprint(
                module(1, "webhook:receive", "{}")
                        + "," + http(2, stub + "/quick/before")
                        + "," + http(3, stub + "/slow")
                        + "," + http(4, stub + "/quick/after"),
                link(1, 2) + "," + link(2, 3) + "," + link(3, 4));
    }

    /** 960 bytes */
    static byte[] order() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            lines.append(i == 0 ? "" : ",")
                    .append("{\"sku\":\"SKU-000")
                    .append(i)
                    .append("\",\"quantity\":")
                    .append(i + 1)
                    .append(",\"price\":19.90,\"name\":\"Article number ")
                    .append(i)
                    .append("\"}");
        }
        String json =
                "{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.com\",\"city\":\"London\",\"order\":{\"total\":199.5,\"lines\":["
                        + lines + "]},\"note\":\"";
        String end = "\"}";
        return (json + "x".repeat(960 - json.length() - end.length()) + end).getBytes(StandardCharsets.US_ASCII);
    }

    /** Ten thousand records, 1.8 MB */
    static byte[] tenThousand() {
        Random random = new Random(1);
        StringBuilder json = new StringBuilder(2_000_000).append("{\"records\":[");
        for (int i = 0; i < 10_000; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":")
                    .append(i)
                    .append(",\"name\":\"Customer number ")
                    .append(i)
                    .append("\",\"amount\":")
                    .append(random.nextInt(100_000) / 100.0)
                    .append(",\"city\":\"Paris\",\"country\":\"France\",\"even\":")
                    .append(i % 2 == 0)
                    .append(",\"note\":\"")
                    .append("A few words about this record, as people write them. ")
                    .append(i)
                    .append("\"}");
        }
        return json.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Publishes a scenario and returns the path of its webhook. */
    static String publish(ChildTutti tutti, String blueprint) {
        Caller.Reply made = tutti.owner().post("/api/v1/scenarios", "{\"blueprint\":" + blueprint + "}");
        check(made, 201);
        Caller.Reply published = tutti.owner()
                .post("/api/v1/scenarios/" + made.json().get("id").asString() + "/publish", "{\"turnOn\":true}");
        check(published, 200);
        return URI.create(published.json().get("webhookUrl").asString()).getPath();
    }

    static void check(Caller.Reply reply, int status) {
        if (reply.status() != status) {
            throw new IllegalStateException(reply.status() + " " + reply.body());
        }
    }

    private static String blueprint(String modules, String links) {
        return "{\"modules\":[" + modules + "],\"links\":[" + links
                + "],\"notes\":[],\"settings\":{\"timeZone\":\"Europe/Paris\",\"locale\":\"en\"}}";
    }

    private static String http(int no, String url) {
        return module(
                no,
                "http:request",
                "{\"url\":\"" + url + "\",\"method\":\"POST\",\"bodyKind\":\"json\",\"body\":\"{\\\"n\\\":{{1.n}}}\"}");
    }

    private static String module(int no, String ref, String values) {
        return "{\"no\":%d,\"module\":\"%s\",\"version\":1,\"at\":[%d,0],\"values\":%s}"
                .formatted(no, ref, no * 200, values);
    }

    private static String link(int from, int to) {
        return "{\"from\":%d,\"to\":%d,\"order\":1}".formatted(from, to);
    }

    private static String filtered(int from, int to, String a, String operator, String b) {
        return "{\"from\":%d,\"to\":%d,\"order\":1,\"filter\":{\"name\":\"Some\",\"conditions\":[[{\"a\":\"%s\",\"o\":\"%s\",\"b\":\"%s\"}]]}}"
                .formatted(from, to, a, operator, b);
    }
}
