package dev.tutti.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.Caller.Reply;
import dev.tutti.testing.PackagedApplication;
import tools.jackson.databind.JsonNode;

/** A workspace in which a small company has worked for a while: scenarios, runs good and bad, connections, records. */
final class Showroom implements AutoCloseable {

    private static final String INVOICES = """
            {"modules":[
              {"no":1,"module":"webhook:receive","version":1,"name":"Invoice received","at":[60,200],"values":{}},
              {"no":2,"module":"http:request","version":1,"name":"Get supplier","at":[420,200],
                "values":{"url":"STUB/suppliers?name={{1.supplier}}","method":"GET"}},
              {"no":3,"module":"flow:router","version":1,"at":[780,204],"values":{}},
              {"no":4,"module":"datastore:add","version":1,"name":"Keep the invoice","at":[1060,60],
                "values":{"store":"STORE","key":"{{1.number}}","overwrite":true,
                  "data":{"supplier":"{{2.data.name}}","total":"{{1.total}}"}}},
              {"no":5,"module":"http:request","version":1,"name":"Ask for approval","at":[1060,200],
                "values":{"url":"STUB/approvals","method":"POST","bodyKind":"json",
                  "body":"{\\"invoice\\":\\"{{1.number}}\\",\\"total\\":{{1.total}}}"}},
              {"no":6,"module":"webhook:reply","version":1,"name":"Say thank you","at":[1060,340],
                "values":{"status":"200","body":"{{2.data.name}}: {{formatNumber(1.total; 2; \\",\\"; \\" \\")}} € received"}}],
             "links":[
              {"from":1,"to":2,"order":1,"filter":{"name":"Over 500 €",
                "conditions":[[{"a":"{{1.total}}","o":"number:greater","b":"500"}]]}},
              {"from":2,"to":3,"order":1},
              {"from":3,"to":4,"order":1},
              {"from":3,"to":5,"order":2,"filter":{"name":"Over 5,000 €",
                "conditions":[[{"a":"{{1.total}}","o":"number:greater","b":"5000"}]]}},
              {"from":3,"to":6,"order":3}],
             "notes":[{"id":"n1","at":[80,360],"size":[196,96],"tint":"amber",
               "text":"**Why 500 €?**\\nBelow that the ERP books automatically. Ask Claire before changing."}],
             "settings":{}}
            """;

    private static final String CONTACT = """
            {"modules":[
              {"no":1,"module":"webhook:receive","version":1,"at":[80,160],"values":{}},
              {"no":2,"module":"webhook:reply","version":1,"at":[408,160],
                "values":{"status":"200","body":"Thank you, {{1.name}}. We will call you back."}}],
             "links":[{"from":1,"to":2,"order":1}],"notes":[],"settings":{}}
            """;

    private static final String STOCK = """
            {"modules":[
              {"no":1,"module":"schedule:clock","version":1,"at":[80,160],
                "values":{"schedule":{"kind":"daily","time":"09:00"}}},
              {"no":2,"module":"http:request","version":1,"name":"Read the stock","at":[408,160],
                "values":{"url":"STUB/missing","method":"GET"}}],
             "links":[{"from":1,"to":2,"order":1}],"notes":[],"settings":{}}
            """;

    private static final String ORDERS = """
            {"modules":[
              {"no":1,"module":"webhook:receive","version":1,"at":[80,160],"values":{}},
              {"no":2,"module":"http:request","version":1,"name":"Send to the ERP","at":[408,160],
                "values":{"url":"STUB/missing","method":"POST","bodyKind":"json","body":"{\\"order\\":\\"{{1.order}}\\"}"}}],
             "links":[{"from":1,"to":2,"order":1}],"notes":[],"settings":{"incompletes":true}}
            """;

    private final Stub stub = new Stub();
    private final PackagedApplication application = SharedApplication.startAnother();
    private final Caller api = SharedApplication.api(application);
    private final String store;
    private final String invoices;
    private final String failedRun;
    private final String goodRun;
    private final String incomplete;

    Showroom() {
        store = post("/datastores", "{\"name\":\"Invoices\"}").path("id").asString();
        post(
                "/connections",
                "{\"name\":\"Mail of the office\",\"type\":\"smtp\",\"fields\":{\"host\":\"mail.example.com\","
                        + "\"port\":\"587\",\"security\":\"starttls\",\"user\":\"office\",\"password\":\"secret of the office\","
                        + "\"from\":\"office@example.com\"}}");
        post(
                "/connections",
                "{\"name\":\"ERP production\",\"type\":\"bearer\",\"fields\":{\"token\":\"token of the ERP\"}}");
        invoices = draw("Invoice intake", INVOICES);
        String webhook = publish(invoices);
        for (int number = 101; number <= 118; number++) {
            int total = number % 7 == 0 ? 320 : 400 + 90 * (number % 30);
            Outside.post(
                    webhook,
                    "{\"number\":\"FA-2026-%d\",\"supplier\":\"Atelier Morel\",\"total\":%d,\"due_date\":\"2026-12-05\"}"
                            .formatted(number, total));
        }
        String contact = publish(draw("Contact form", CONTACT));
        for (String name : new String[] {"Ada", "Grace", "Alan", "Katherine"}) {
            Outside.post(contact, "{\"name\":\"" + name + "\"}");
        }
        String stock = draw("Stock every morning", STOCK);
        post("/scenarios/" + stock + "/publish", "{\"turnOn\":true}");
        failedRun =
                post("/scenarios/" + stock + "/run?wait=20", "{}").path("runId").asString();
        Outside.post(
                webhook,
                "{\"number\":\"FA-2026-119\",\"supplier\":\"Atelier Morel\",\"total\":7240,\"due_date\":\"2026-12-05\"}");
        goodRun = api.get("/api/v1/runs?limit=1&scenario=" + invoices)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        String orders = draw("Orders to the ERP", ORDERS);
        post("/scenarios/" + orders + "/publish", "{\"turnOn\":true}");
        post("/scenarios/" + orders + "/run?wait=20", "{\"data\":{\"order\":\"4711\"}}");
        incomplete = api.get("/api/v1/incompletes?scenario=" + orders)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        draw("Newsletter (draft)", CONTACT);
        post("/tokens", "{\"name\":\"Nightly export\"}");
    }

    PackagedApplication application() {
        return application;
    }

    String invoices() {
        return invoices;
    }

    String store() {
        return store;
    }

    String failedRun() {
        return failedRun;
    }

    String incomplete() {
        return incomplete;
    }

    String goodRun() {
        return goodRun;
    }

    private String draw(String name, String blueprint) {
        String whole = blueprint.replace("STUB", stub.url("")).replace("STORE", store);
        return post("/scenarios", "{\"name\":\"" + name + "\",\"blueprint\":" + whole + "}")
                .path("id")
                .asString();
    }

    private String publish(String scenario) {
        return post("/scenarios/" + scenario + "/publish", "{\"turnOn\":true}")
                .path("webhookUrl")
                .asString();
    }

    private JsonNode post(String path, String json) {
        Reply reply = api.post("/api/v1" + path, json);
        assertThat(reply.status()).as(path + " " + reply.body()).isBetween(200, 299);
        return reply.json();
    }

    @Override
    public void close() {
        application.close();
        stub.close();
    }
}
