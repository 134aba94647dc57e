package dev.tutti.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real HTTP/2 server whose certificate names two hosts: a client may then ask for both over one connection. */
class SharedConnectionTest {

    @TempDir
    Path folder;

    @Test
    void aConnectionServesOneHostOnly() throws Exception {
        Path keys = keys();
        Tomcat server = start(keys);
        try {
            int port = server.getConnector().getLocalPort();
            OkHttpClient trusting = trusting(keys);

            OkHttpClient plain = trusting.newBuilder()
                    .dns(_ -> List.of(InetAddress.ofLiteral("127.0.0.1")))
                    .build();
            assertThat(connection(plain, "two.example", port))
                    .as("what a client does by itself")
                    .isEqualTo(connection(plain, "one.example", port));

            Outbound outbound = new Outbound(
                    () -> List.of(Network.parse("127.0.0.0/8").orElseThrow()),
                    _ -> List.of(InetAddress.ofLiteral("127.0.0.1")),
                    trusting);
            String one = connection(outbound, "one.example", port);
            assertThat(one).startsWith("HTTP/2.0 ");
            assertThat(connection(outbound, "one.example", port)).isEqualTo(one);
            assertThat(connection(outbound, "two.example", port)).isNotEqualTo(one);
        } finally {
            server.stop();
            server.destroy();
        }
    }

    private static String connection(OkHttpClient client, String host, int port) throws IOException {
        okhttp3.Request request = new okhttp3.Request.Builder()
                .url("https://" + host + ":" + port + "/")
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.body().string();
        }
    }

    private static String connection(Outbound outbound, String host, int port) throws IOException {
        Exchange exchange = outbound.send(Request.get("https://" + host + ":" + port + "/"));
        assertThat(exchange).isInstanceOf(Answer.class);
        try (Answer answer = (Answer) exchange) {
            return new String(answer.body().readAllBytes());
        }
    }

    private Path keys() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=one.example",
                        "-ext",
                        "san=dns:one.example,dns:two.example",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keys.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return keys;
    }

    private Tomcat start(Path keys) throws Exception {
        Tomcat server = new Tomcat();
        server.setBaseDir(Files.createDirectory(folder.resolve("tomcat")).toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("SSLEnabled", "true");
        connector.setProperty("address", "127.0.0.1");
        SSLHostConfig config = new SSLHostConfig();
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(config, SSLHostConfigCertificate.Type.EC);
        certificate.setCertificateKeystoreFile(keys.toString());
        certificate.setCertificateKeystorePassword("changeit");
        config.addCertificate(certificate);
        connector.addSslHostConfig(config);
        connector.addUpgradeProtocol(new Http2Protocol());
        server.setConnector(connector);
        var context = server.addContext("", folder.toString());
        Tomcat.addServlet(context, "port", new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.getWriter().print(request.getProtocol() + " " + request.getRemotePort());
            }
        });
        context.addServletMappingDecoded("/", "port");
        server.start();
        return server;
    }

    private static OkHttpClient trusting(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "changeit".toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("test", store.getCertificate("test"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, factory.getTrustManagers(), null);
        return new OkHttpClient.Builder()
                .sslSocketFactory(tls.getSocketFactory(), (X509TrustManager) factory.getTrustManagers()[0])
                .build();
    }
}
