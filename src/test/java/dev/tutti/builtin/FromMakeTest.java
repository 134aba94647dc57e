package dev.tutti.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeTranslation.Grade;
import dev.tutti.connector.Modules;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Message;
import dev.tutti.value.Num;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes as Make exports them, and what they become. */
@ModuleBench
class FromMakeTest {

    private final Modules modules;

    FromMakeTest(Modules modules) {
        this.modules = modules;
    }

    private MakeTranslation translate(String node) {
        Fields json = (Fields) ((Json.Parsed) Json.parse(node)).parsed();
        String name = MakeNode.text(json.get("module"));
        return modules.make(name)
                .orElseThrow()
                .equivalent()
                .translate(new MakeNode(
                        ((Num) json.get("id")).number().intValue(),
                        name,
                        ((Num) json.get("version")).number().intValue(),
                        part(json, "parameters"),
                        part(json, "mapper"),
                        part(json, "flags"),
                        part(json, "metadata")));
    }

    private static Fields part(Fields node, String name) {
        return node.get(name) instanceof Fields fields ? fields : Fields.EMPTY;
    }

    private void becomes(String node, Grade grade, String values) {
        MakeTranslation translation = translate(node);
        assertThat(Json.write(translation.values())).isEqualTo(Json.write(((Json.Parsed) Json.parse(values)).parsed()));
        assertThat(translation.grade()).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "gateway:CustomWebHook,webhook:receive",
        "gateway:WebhookRespond,webhook:reply",
        "http:ActionSendData,http:request",
        "http:ActionSendDataBasicAuth,http:request",
        "http:ActionSendDataAPIKeyAuth,http:request",
        "http:MakeRequest,http:request",
        "json:ParseJSON,json:parse",
        "json:CreateJSON,json:create",
        "json:TransformToJSON,json:create",
        "util:SetVariable2,tools:setVariable",
        "util:SetVariables,tools:setVariables",
        "util:GetVariable2,tools:getVariable",
        "util:GetVariables,tools:getVariables",
        "builtin:BasicRouter,flow:router",
        "builtin:BasicFeeder,flow:iterator",
        "builtin:BasicAggregator,flow:arrayAggregator",
        "util:TextAggregator,text:aggregator",
        "util:FunctionAggregator2,numbers:aggregator",
        "util:AggregateAggregator,table:aggregator",
        "util:ComposeTransformer,tools:compose",
        "util:FunctionSleep,tools:sleep",
        "util:FunctionIncrement,tools:increment",
        "builtin:BasicRepeater,flow:repeater",
        "builtin:Ignore,error:ignore",
        "builtin:Resume,error:resume",
        "builtin:Commit,error:commit",
        "builtin:Rollback,error:rollback",
        "builtin:Break,error:break",
        "scenario-service:StartSubscenario,scenario:start",
        "scenario-service:CallSubscenario,scenario:call",
        "scenario-service:ReturnData,scenario:return",
        "datastore:AddRecord,datastore:add",
        "datastore:GetRecord,datastore:get",
        "datastore:SearchRecord,datastore:search",
        "datastore:UpdateRecord,datastore:update",
        "datastore:DeleteRecord,datastore:delete",
        "datastore:CountRecord,datastore:count",
        "email:ActionSendEmail,email:send"
    })
    void knowsTheModulesOfMake(String make, String ours) {
        assertThat(modules.make(make).orElseThrow().ref()).isEqualTo(ours);
    }

    @Test
    void knowsNothingOfOthers() {
        assertThat(modules.make("google-sheets:addRow")).isEmpty();
    }

    @Test
    void webhooks() {
        becomes("""
                {"id":1,"module":"gateway:CustomWebHook","version":1,"parameters":{"hook":123,"maxResults":1},"mapper":{},
                 "metadata":{"interface":[{"name":"email","type":"text"},{"name":"__IMTHEADERS__","type":"array"}]}}
                """, Grade.EXACT, "{\"headers\":true,\"method\":false}");
        becomes("""
                {"id":3,"module":"gateway:WebhookRespond","version":1,"parameters":{},
                 "mapper":{"status":"201","body":"{{2.json}}","headers":[{"key":"Content-Type","value":"application/json"}]}}
                """, Grade.EXACT, """
                {"status":"201","body":"{{2.json}}","headers":[{"name":"Content-Type","value":"application/json"}]}
                """);
    }

    @Test
    void httpVersionThree() {
        becomes("""
                {"id":2,"module":"http:ActionSendData","version":3,"parameters":{"handleErrors":true,"useNewZLibDeCompress":true},
                 "mapper":{"ca":"","qs":[{"name":"page","value":"{{1.page}}"}],"url":"https://api.example.com/orders",
                 "data":"{\\"id\\": {{1.id}}}","gzip":true,"method":"post","headers":[{"name":"X-A","value":"1"}],
                 "timeout":"120","useMtls":false,"authPass":"","authUser":"","bodyType":"raw","contentType":"application/json",
                 "serializeUrl":false,"shareCookies":false,"parseResponse":true,"followRedirect":true,"useQuerystring":false,
                 "followAllRedirects":false,"rejectUnauthorized":true}}
                """, Grade.EXACT, """
                {"url":"https://api.example.com/orders","method":"POST","query":[{"name":"page","value":"{{1.page}}"}],
                 "headers":[{"name":"X-A","value":"1"}],"bodyKind":"raw","body":"{\\"id\\": {{1.id}}}",
                 "contentType":"application/json","parse":true,"failOnError":true,"followRedirects":true,"timeout":"120"}
                """);
        becomes("""
                {"id":2,"module":"http:ActionSendDataAPIKeyAuth","version":3,"parameters":{"auth":55},
                 "mapper":{"url":"https://x.example","method":"get","bodyType":"multipart_form_data","formFields":[
                 {"key":"a","value":"1","fieldType":"text"},{"key":"f","fieldType":"file","fileName":"x.pdf","data":"{{1.data}}"}],
                 "parseResponse":false,"rejectUnauthorized":false}}
                """, Grade.APPROXIMATE, """
                {"url":"https://x.example","method":"GET","query":[],"headers":[],"bodyKind":"multipart",
                 "form":[{"name":"a","value":"1"},{"name":"f","value":"{{1.data}}","fileName":"x.pdf"}],
                 "parse":false,"failOnError":false,"followRedirects":true}
                """);
        MakeTranslation basic = translate("""
                {"id":2,"module":"http:ActionSendDataBasicAuth","version":3,"parameters":{"auth":55},"mapper":{"url":"u"},
                 "metadata":{"restore":{"parameters":{"auth":{"label":"Our ERP"}}}}}
                """);
        assertThat(basic.todo()).containsExactly(Message.of("builtin.make.http.basic", "Our ERP"));
        assertThat(basic.grade()).isEqualTo(Grade.EXACT);
    }

    @Test
    void httpVersionFour() {
        becomes("""
                {"id":2,"module":"http:MakeRequest","version":4,"parameters":{"authenticationType":"noAuth"},
                 "mapper":{"url":"https://x.example","method":"put","headers":[],"contentType":"json","inputMethod":"jsonString",
                 "jsonStringBodyContent":"{\\"a\\":1}","parseResponse":true,"stopOnHttpError":true,"allowRedirects":true,
                 "shareCookies":false,"requestCompressedContent":true}}
                """, Grade.EXACT, """
                {"url":"https://x.example","method":"PUT","query":[],"headers":[],"bodyKind":"json","body":"{\\"a\\":1}",
                 "parse":true,"failOnError":true,"followRedirects":true}
                """);
        MakeTranslation oauth = translate("""
                {"id":2,"module":"http:MakeRequest","version":4,"parameters":{"authenticationType":"oAuth"},
                 "mapper":{"url":"u","method":"get","paginationType":"pageBased"}}
                """);
        assertThat(oauth.grade()).isEqualTo(Grade.APPROXIMATE);
        assertThat(oauth.notes()).hasSize(1);
        assertThat(oauth.todo()).hasSize(1);
    }

    @Test
    void variablesAndTools() {
        becomes("""
                {"id":4,"module":"util:SetVariable2","version":1,"parameters":{},
                 "mapper":{"name":"total","scope":"execution","value":"{{sum(1.a)}}"}}
                """, Grade.EXACT, "{\"name\":\"total\",\"value\":\"{{sum(1.a)}}\",\"scope\":\"run\"}");
        becomes("""
                {"id":4,"module":"util:SetVariables","version":1,"parameters":{},
                 "mapper":{"variables":[{"name":"a","value":"1"}],"scope":"roundtrip"}}
                """, Grade.EXACT, "{\"variables\":[{\"name\":\"a\",\"value\":\"1\"}],\"scope\":\"cycle\"}");
        becomes(
                "{\"id\":4,\"module\":\"util:GetVariables\",\"version\":1,\"mapper\":{\"variables\":[\"a\",{\"name\":\"b\"}]}}",
                Grade.EXACT,
                "{\"variables\":[\"a\",\"b\"]}");
        becomes(
                "{\"id\":4,\"module\":\"util:FunctionSleep\",\"version\":1,\"mapper\":{\"duration\":\"300\"}}",
                Grade.EXACT,
                "{\"seconds\":\"300\"}");
    }

    @Test
    void aggregators() {
        becomes("""
                {"id":5,"module":"builtin:BasicAggregator","version":1,"parameters":{"feeder":2,"target":"7.attachments"},
                 "mapper":{"email":"{{2.email}}","n":"{{2.n}}"},"flags":{"groupBy":"{{2.city}}","stopIfEmpty":true}}
                """, Grade.EXACT, """
                {"source":2,"groupBy":"{{2.city}}","stopIfEmpty":true,
                 "fields":[{"name":"email","value":"{{2.email}}"},{"name":"n","value":"{{2.n}}"}]}
                """);
        becomes("""
                {"id":5,"module":"util:TextAggregator","version":1,
                 "parameters":{"feeder":2,"rowSeparator":"other","otherRowSeparator":" | "},"mapper":{"value":"{{2.name}}"}}
                """, Grade.EXACT, """
                {"source":2,"stopIfEmpty":false,"text":"{{2.name}}","separator":"other","otherSeparator":" | "}
                """);
        becomes("""
                {"id":5,"module":"util:TextAggregator","version":1,"parameters":{"feeder":2,"rowSeparator":"\\n"},
                 "mapper":{"value":"x"}}
                """, Grade.EXACT, "{\"source\":2,\"stopIfEmpty\":false,\"text\":\"x\",\"separator\":\"newline\"}");
        becomes("""
                {"id":5,"module":"util:FunctionAggregator2","version":1,"parameters":{"feeder":2,"fn":"avg"},
                 "mapper":{"value":"{{2.n}}"}}
                """, Grade.EXACT, "{\"source\":2,\"stopIfEmpty\":false,\"value\":\"{{2.n}}\",\"function\":\"AVG\"}");
    }

    @Test
    void dataStoresAndMail() {
        MakeTranslation get = translate("""
                {"id":6,"module":"datastore:GetRecord","version":1,"parameters":{"datastore":77},
                 "mapper":{"key":"{{1.id}}","returnWrapped":false},
                 "metadata":{"restore":{"parameters":{"datastore":{"label":"Customers"}}}}}
                """);
        assertThat(Json.write(get.values())).isEqualTo("{\"key\":\"{{1.id}}\",\"wrapped\":false}");
        assertThat(get.todo()).containsExactly(Message.of("builtin.make.datastore", "Customers"));
        MakeTranslation mail = translate("""
                {"id":7,"module":"email:ActionSendEmail","version":7,"parameters":{"account":9,"saveAfterSent":false},
                 "mapper":{"to":["{{1.email}}"],"subject":"Hi","html":"<b>Hi</b>","contentType":"html",
                 "attachments":[{"fileName":"a.pdf","data":"{{2.data}}"}]}}
                """);
        assertThat(Json.write(mail.values()))
                .isEqualTo("{\"to\":[\"{{1.email}}\"],\"subject\":\"Hi\",\"html\":\"<b>Hi</b>\","
                        + "\"attachments\":[{\"file\":\"{{2.data}}\",\"name\":\"a.pdf\"}]}");
        assertThat(mail.grade()).isEqualTo(Grade.EXACT);
        assertThat(mail.todo()).hasSize(1);
    }
}
