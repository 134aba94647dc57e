package dev.tutti.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a request comes from.
 *
 * @param local whether it was made on this very machine: from loopback, to a name of loopback (so that no page of another
 *     site can pose as it by its name), and not passed on by a proxy
 */
public record Visitor(String address, boolean local) {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final List<String> PASSED_ON =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    public static Visitor of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        boolean local = loopback(address)
                && NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT))
                && PASSED_ON.stream().allMatch(header -> request.getHeader(header) == null);
        return new Visitor(address, local);
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
