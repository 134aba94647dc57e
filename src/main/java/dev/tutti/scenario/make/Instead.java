package dev.tutti.scenario.make;

import dev.tutti.connector.Modules;
import dev.tutti.value.Message;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to use in the place of a module that does not exist here.
 *
 * @param ref one of our modules, if one comes close
 * @param app the app of Make
 */
record Instead(Optional<String> ref, String app, Modules modules) {

    /** By the whole name, in small letters: names that programs and people make up, and close relatives. */
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("builtin:sleep", "tools:sleep"),
            Map.entry("tools:sleep", "tools:sleep"),
            Map.entry("flow:sleep", "tools:sleep"),
            Map.entry("builtin:basiciterator", "flow:iterator"),
            Map.entry("builtin:iterator", "flow:iterator"),
            Map.entry("flow:iterator", "flow:iterator"),
            Map.entry("builtin:arrayaggregator", "flow:arrayAggregator"),
            Map.entry("builtin:aggregator", "flow:arrayAggregator"),
            Map.entry("flow:aggregator", "flow:arrayAggregator"),
            Map.entry("builtin:router", "flow:router"),
            Map.entry("flow:router", "flow:router"),
            Map.entry("builtin:basicscheduler", "schedule:clock"),
            Map.entry("schedule:trigger", "schedule:clock"),
            Map.entry("builtin:ignoreerror", "error:ignore"),
            Map.entry("builtin:throw", "error:throw"),
            Map.entry("webhook:customwebhook", "webhook:receive"),
            Map.entry("gateway:custommailhook", "email:watch"),
            Map.entry("http:makearequest", "http:request"),
            Map.entry("json:aggregatetojson", "flow:arrayAggregator"),
            Map.entry("math:evaluateexpression", "tools:setVariable"),
            Map.entry("code:executecode", "tools:setVariables"),
            Map.entry("util:setvariable", "tools:setVariable"),
            Map.entry("util:getvariable", "tools:getVariable"));

    /** By the app, where one module of ours does much the same. */
    private static final Map<String, String> BY_APP = Map.ofEntries(
            Map.entry("google-email", "email:send"),
            Map.entry("microsoft-email", "email:send"),
            Map.entry("email", "email:send"),
            Map.entry("mailgun", "email:send"),
            Map.entry("sendgrid", "email:send"),
            Map.entry("http", "http:request"),
            Map.entry("json", "json:parse"),
            Map.entry("datastore", "datastore:search"),
            Map.entry("gateway", "webhook:receive"),
            Map.entry("scenario-service", "scenario:call"));

    /** Make's own tools: there is no service behind them that HTTP could call. */
    private static final Set<String> INSIDE = Set.of("builtin", "util", "flow", "tools", "regexp", "math", "code");

    static Instead of(String name, Modules modules) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int colon = wanted.indexOf(':');
        String app = colon > 0 ? wanted.substring(0, colon) : wanted;
        return new Instead(
                Optional.ofNullable(BY_NAME.getOrDefault(wanted, BY_APP.get(app)))
                        .filter(ref -> modules.find(ref).isPresent()),
                app,
                modules);
    }

    String advice(Locale locale) {
        if (ref.isPresent()) {
            return Message.of("exchange.instead.module", modules.name(ref.get(), locale))
                    .in(locale);
        }
        return Message.of(INSIDE.contains(app) ? "exchange.instead.inside" : "exchange.instead.http", app)
                .in(locale);
    }

    String todo(int no, String name, Locale locale) {
        return Message.of("exchange.unsupported.todo", no, name).in(locale) + " " + advice(locale);
    }
}
