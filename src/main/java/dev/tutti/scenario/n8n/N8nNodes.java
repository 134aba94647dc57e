package dev.tutti.scenario.n8n;

import dev.tutti.scenario.exchange.Findings;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The modules that stand in for the common nodes of n8n. */
final class N8nNodes {

    /** @param differs whether it is only much the same */
    record Made(String ref, Fields values, Optional<Message> differs) {
        static Made exact(String ref, Fields values) {
            return new Made(ref, values, Optional.empty());
        }

        Made but(String key, Object... arguments) {
            return new Made(ref, values, Optional.of(Message.of("exchange.n8n." + key, arguments)));
        }
    }

    static final String NOTHING = "tools:compose";

    private final N8nGraph graph;
    private final N8nSources sources;
    private final Findings report;

    N8nNodes(N8nGraph graph, N8nSources sources, Findings report) {
        this.graph = graph;
        this.sources = sources;
        this.report = report;
    }

    N8nText text(N8nNode node) {
        return new N8nText(sources.at(node.name()), note -> report.differs(node.no(), note));
    }

    /** Empty where nothing stands in for it. */
    Optional<Made> made(N8nNode node) {
        N8nText text = text(node);
        Fields parameters = node.parameters();
        return Optional.ofNullable(
                switch (node.type()) {
                    case "webhook" -> webhook(node);
                    case "respondToWebhook" -> reply(parameters, text);
                    case "httpRequest" -> Made.exact("http:request", new N8nRequest(node, text).values());
                    case "set" -> set(node, text);
                    case "if" -> Made.exact("flow:ifElse", Fields.EMPTY);
                    case "switch" ->
                        Made.exact(
                                node.option("allMatchingOutputs").equals("true") ? "flow:router" : "flow:ifElse",
                                Fields.EMPTY);
                    case "router" -> Made.exact("flow:router", Fields.EMPTY);
                    case "meeting" -> Made.exact("flow:merge", Fields.EMPTY);
                    case "merge" -> Made.exact(NOTHING, Fields.EMPTY).but("merge");
                    case "noOp" -> Made.exact(NOTHING, Fields.EMPTY);
                    case "splitOut" -> split(node);
                    case "itemLists" ->
                        Look.text(parameters, "operation").matches("|splitOutItems") ? split(node) : null;
                    case "aggregate" -> aggregate(node, text);
                    case "done" -> Made.exact("flow:arrayAggregator", collected(node, Items.EMPTY));
                    case "scheduleTrigger", "cron", "interval" -> N8nSchedule.of(node);
                    case "executeWorkflowTrigger" -> Made.exact("scenario:start", Fields.EMPTY);
                    case "executeWorkflow" -> call(node, text);
                    case "wait" -> pause(parameters, text);
                    case "dateTime" -> date(parameters, text);
                    case "stopAndError" ->
                        Made.exact(
                                "error:throw",
                                Fields.of(
                                        "type", Text.of("RuntimeError"),
                                        "message", Text.of(text.scalar(parameters.get("errorMessage")))));
                    case "emailSend" -> email(node, parameters, text);
                    default -> null;
                });
    }

    private Made webhook(N8nNode node) {
        Made made = Made.exact(
                "webhook:receive",
                Fields.of("headers", Bool.of(sources.headers.contains(node.name())), "method", Bool.FALSE));
        String mode = Look.text(node.parameters(), "responseMode");
        if (mode.equals("lastNode")) {
            return made.but("last-node");
        }
        String way = Look.text(node.parameters(), "authentication");
        return way.isEmpty() || way.equals("none") ? made : made.but("webhook-auth");
    }

    private static Made reply(Fields parameters, N8nText text) {
        String what = Look.text(parameters, "respondWith");
        Fields options = Look.fields(parameters, "options");
        Items headers = new Items(Look.each(Look.fields(options, "responseHeaders"), "entries").stream()
                .<Value>map(one -> Fields.of("name", one.get("name"), "value", text.of(one.get("value"))))
                .toList());
        Fields values = Fields.of(
                "status",
                Text.of(options.has("responseCode") ? text.scalar(options.get("responseCode")) : "200"),
                "body",
                Text.of(what.equals("noData") ? "" : text.scalar(parameters.get("responseBody"))),
                "headers",
                headers);
        Made made = Made.exact("webhook:reply", values);
        return List.of("", "text", "json", "noData").contains(what) ? made : made.but("reply", what);
    }

    private @Nullable Made set(N8nNode node, N8nText text) {
        List<Fields> assigned = N8nSet.assigned(node);
        Fields values = Fields.of(
                "variables",
                new Items(assigned.stream()
                        .<Value>map(one -> Fields.of("name", one.get("name"), "value", text.of(one.get("value"))))
                        .toList()),
                "scope",
                Text.of("cycle"));
        return assigned.isEmpty() ? null : Made.exact("tools:setVariables", values);
    }

    private @Nullable Made split(N8nNode node) {
        String field = Look.text(node.parameters(), "fieldToSplitOut");
        String source;
        try {
            source = "{{" + sources.at(node.name()).current(List.of(field.split("\\."))) + "}}";
        } catch (JsTokens.Beyond beyond) {
            return null;
        }
        Made made = Made.exact("flow:iterator", Fields.of("array", Text.of(source)));
        return Look.text(node.parameters(), "include").matches("|noOtherFields") ? made : made.but("others");
    }

    private @Nullable Made aggregate(N8nNode node, N8nText text) {
        if (N8nSet.whole(node)) {
            String whole;
            try {
                whole = "{{" + sources.at(node.name()).current(List.of()) + "}}";
            } catch (JsTokens.Beyond beyond) {
                return null;
            }
            return Made.exact(
                    "flow:arrayAggregator",
                    collected(node, Items.of(Fields.of("name", Text.of("item"), "value", Text.of(whole)))));
        }
        Items fields =
                new Items(Look.each(Look.fields(node.parameters(), "fieldsToAggregate"), "fieldToAggregate").stream()
                        .<Value>map(one -> {
                            String field = Look.text(one, "fieldToAggregate");
                            String name =
                                    Look.yes(one, "renameField", false) ? Look.text(one, "outputFieldName") : field;
                            return Fields.of(
                                    "name",
                                    Text.of(name),
                                    "value",
                                    Text.of(text.of("={{ $json" + dotted(field) + " }}")));
                        })
                        .toList());
        return Made.exact("flow:arrayAggregator", collected(node, fields));
    }

    private static String dotted(String field) {
        StringBuilder path = new StringBuilder();
        for (String part : field.split("\\.")) {
            path.append("[\"").append(part.replace("\"", "")).append("\"]");
        }
        return path.toString();
    }

    /** Collects what the nearest node before makes several of. */
    private Fields collected(N8nNode node, Items fields) {
        int source = 0;
        String at = node.name();
        for (int i = 0; i < graph.nodes.size() + 1; i++) {
            List<N8nGraph.Edge> in = graph.in(at);
            if (in.isEmpty()) {
                break;
            }
            at = in.getFirst().from();
            N8nNode before = graph.node(at);
            source = before.no();
            if (before.is("splitOut", "itemLists")) {
                break;
            }
        }
        Fields values = Fields.of("fields", fields, "stopIfEmpty", Bool.FALSE);
        return source == 0 ? values : values.with("source", Num.of(source));
    }

    private Made call(N8nNode node, N8nText text) {
        Fields inputs = Look.fields(Look.fields(node.parameters(), "workflowInputs"), "value");
        boolean waits = Look.yes(Look.fields(node.parameters(), "options"), "waitForSubWorkflow", true);
        String name = Look.text(Look.fields(node.parameters(), "workflowId"), "cachedResultName");
        report.need("scenario", name, node.no(), false);
        report.todo(node.no(), Message.of("exchange.n8n.scenario", node.no(), name));
        return Made.exact("scenario:call", Fields.of("inputs", text.of(inputs), "wait", Bool.of(waits)));
    }

    private static @Nullable Made pause(Fields parameters, N8nText text) {
        String resume = Look.text(parameters, "resume");
        if (!resume.isEmpty() && !resume.equals("timeInterval")) {
            return null;
        }
        int unit = Map.of("seconds", 1, "minutes", 60, "hours", 3_600, "days", 86_400)
                .getOrDefault(Look.text(parameters, "unit").isEmpty() ? "hours" : Look.text(parameters, "unit"), 1);
        String amount = parameters.has("amount") ? text.scalar(parameters.get("amount")) : "1";
        String seconds = amount.matches("\\d{1,7}")
                ? String.valueOf(Long.parseLong(amount) * unit)
                : amount.startsWith("{{") && amount.endsWith("}}")
                        ? "{{(" + amount.substring(2, amount.length() - 2) + ") * " + unit + "}}"
                        : amount;
        return Made.exact("tools:sleep", Fields.of("seconds", Text.of(seconds)));
    }

    private static @Nullable Made date(Fields parameters, N8nText text) {
        String name = Look.text(parameters, "outputFieldName");
        String operation = Look.text(parameters, "operation");
        String date = inner(text.scalar(parameters.get("date")));
        return switch (operation) {
            case "", "getCurrentDate" -> variable(name.isEmpty() ? "currentDate" : name, "now");
            case "formatDate" -> {
                String format = Look.text(parameters, "format");
                String wanted = format.equals("custom") ? Look.text(parameters, "customFormat") : format;
                yield variable(
                        name.isEmpty() ? "formattedDate" : name,
                        "formatDate(" + date + "; "
                                + JsExpression.quoted(JsMethods.tokens(wanted.isEmpty() ? "MM/dd/yyyy" : wanted))
                                + ")");
            }
            case "addToDate", "subtractFromDate" -> {
                String amount = text.scalar(parameters.get("duration"));
                String unit = Look.text(parameters, "timeUnit");
                String later = JsMethods.later(
                        inner(text.scalar(parameters.get("magnitude"))),
                        unit.isEmpty() ? "days" : unit,
                        (operation.startsWith("sub") ? "-" : "") + inner(amount));
                yield variable(name.isEmpty() ? "newDate" : name, later);
            }
            default -> null;
        };
    }

    private static String inner(String value) {
        return value.startsWith("{{") && value.endsWith("}}") && value.indexOf("{{", 2) < 0
                ? value.substring(2, value.length() - 2)
                : value.matches("-?\\d+(\\.\\d+)?") ? value : JsExpression.quoted(value);
    }

    private static Made variable(String name, String expression) {
        return Made.exact(
                "tools:setVariable",
                Fields.of(
                        "name", Text.of(name), "value", Text.of("{{" + expression + "}}"), "scope", Text.of("cycle")));
    }

    private Made email(N8nNode node, Fields parameters, N8nText text) {
        Fields.Builder values = Fields.builder();
        Map.of("toEmail", "to", "ccEmail", "cc", "bccEmail", "bcc").forEach((there, here) -> {
            String given = parameters.has(there)
                    ? text.scalar(parameters.get(there))
                    : text.scalar(Look.fields(parameters, "options").get(there));
            if (!given.isBlank()) {
                values.put(here, Items.of(Text.of(given)));
            }
        });
        values.put("from", Text.of(text.scalar(parameters.get("fromEmail"))))
                .put("subject", Text.of(text.scalar(parameters.get("subject"))));
        String html = parameters.has("html") ? text.scalar(parameters.get("html")) : "";
        String plain = parameters.has("text") ? text.scalar(parameters.get("text")) : "";
        if (!html.isEmpty()) {
            values.put("html", Text.of(html));
        }
        if (!plain.isEmpty()) {
            values.put("text", Text.of(plain));
        }
        report.todo(node.no(), Message.of("exchange.n8n.smtp", node.no()));
        return Made.exact("email:send", values.build());
    }
}
