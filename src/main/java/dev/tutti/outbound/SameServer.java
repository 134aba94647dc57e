package dev.tutti.outbound;

import java.io.IOException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Looks at the connection each request is about to use, also at one from the pool: it must still be allowed, and it must
 * have been opened for the very host that is asked (HTTP/2 would share it between hosts of one certificate).
 */
final class SameServer implements Interceptor {

    private final Guard guard;

    SameServer(Guard guard) {
        this.guard = guard;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        if (connection == null) {
            throw new IOException("No connection");
        }
        if (!connection
                .route()
                .address()
                .url()
                .host()
                .equals(chain.request().url().host())) {
            throw new IOException("The connection belongs to another host");
        }
        Refused refusal = guard.refusal(
                        connection.route().socketAddress().getAddress(),
                        connection.route().socketAddress().getPort(),
                        Protocol.WEB)
                .orElse(null);
        if (refusal != null) {
            throw new ForbiddenAddress(refusal);
        }
        return chain.proceed(chain.request());
    }
}
