package dev.tutti.outbound;

import dev.tutti.outbound.Refused.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.HostnameVerifier;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The one way out to the network. Addresses that are not public are refused, unless an administrator allowed them; what
 * is checked is the address that is really connected, at every new connection and after every redirect.
 */
@Component
public final class Outbound {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Guard guard;
    private final OkHttpClient client;

    @Autowired
    public Outbound(AllowedNetworks allowed) {
        this(allowed, Dns.SYSTEM);
    }

    Outbound(AllowedNetworks allowed, Dns names) {
        this(allowed, names, new OkHttpClient());
    }

    /** {@code plain} decides whom to trust, which tests change. */
    Outbound(AllowedNetworks allowed, Dns names, OkHttpClient plain) {
        guard = new Guard(allowed);
        HostnameVerifier verifier = plain.hostnameVerifier();
        client = plain.newBuilder()
                .proxy(Proxy.NO_PROXY)
                .dns(new GuardedDns(guard, names))
                .socketFactory(new GuardedSockets(guard, Protocol.WEB))
                .addNetworkInterceptor(new SameServer(guard))
                // Any verifier but the default keeps HTTP/2 from sharing a connection between hosts.
                .hostnameVerifier((host, session) -> verifier.verify(host, session))
                .cookieJar(CookieJar.NO_COOKIES)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /** Sends and waits for the head of the answer; whoever gets an {@link Answer} closes it. Never throws. */
    public Exchange send(Request request) {
        long deadline = System.nanoTime() + request.timeout().toNanos();
        Request current = request;
        for (int redirects = 0; ; redirects++) {
            Urls.Read read = Urls.read(current.url());
            HttpUrl url = read.url();
            if (url == null) {
                return read.refusal() != null ? read.refusal() : new Refused(Reason.MALFORMED_URL, "");
            }
            try {
                Response response = exchange(current, url, deadline - System.nanoTime());
                Optional<String> target = request.followRedirects() ? Redirect.target(response) : Optional.empty();
                if (target.isEmpty()) {
                    return answer(response, request.maxBytes());
                }
                response.close();
                if (redirects == Redirect.MOST) {
                    return new Refused(Reason.TOO_MANY_REDIRECTS, url.host());
                }
                Urls.Read next = Urls.read(target.get());
                if (next.url() == null) {
                    return next.refusal() != null ? next.refusal() : new Refused(Reason.MALFORMED_URL, "");
                }
                current = Redirect.next(current, response, next.url());
            } catch (IllegalArgumentException unwritable) {
                return new Refused(Reason.MALFORMED_REQUEST, String.valueOf(unwritable.getMessage()));
            } catch (IOException failure) {
                return unanswered(failure, url.host());
            }
        }
    }

    /**
     * Sockets for other protocols (mail, later SQL and SFTP). Connecting to a forbidden address throws
     * {@link ForbiddenAddress}.
     */
    public SocketFactory guardedSockets(Protocol protocol) {
        return new GuardedSockets(guard, protocol);
    }

    private Response exchange(Request request, HttpUrl url, long nanosLeft) throws IOException {
        if (nanosLeft <= 0) {
            throw new InterruptedIOException("timeout");
        }
        Call call = client.newCall(WireRequest.of(request, url));
        call.timeout().timeout(nanosLeft, TimeUnit.NANOSECONDS);
        return call.execute();
    }

    private static Answer answer(Response response, long maxBytes) {
        List<Header> headers = new ArrayList<>();
        response.headers().forEach(header -> headers.add(new Header(header.getFirst(), header.getSecond())));
        CappedStream body = new CappedStream(response.body().byteStream(), maxBytes);
        return new Answer(response.code(), headers, response.request().url().toString(), body);
    }

    private static Exchange unanswered(IOException failure, String host) {
        return Stream.concat(Stream.of(failure), Stream.of(failure.getSuppressed()))
                .flatMap(thrown -> switch (thrown) {
                    case ForbiddenAddress forbidden -> Stream.<Exchange>of(forbidden.refusal());
                    case ForbiddenHost forbidden -> Stream.<Exchange>of(forbidden.refusal());
                    default -> Stream.<Exchange>empty();
                })
                .findFirst()
                .orElseGet(() -> Failed.of(failure, host));
    }
}
