package dev.tutti.builtin.http;

import dev.tutti.connector.Failures;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Asks for one page after another: one bundle each, all of them or a failure. */
final class Pages {

    /** What all pages of one call may hold together, in bytes. */
    private static final long MOST = 100_000_000;

    private final Paging paging;
    private final String url;
    private final Invocation invocation;

    Pages(Paging paging, String url, Invocation invocation) {
        this.paging = paging;
        this.url = url;
        this.invocation = invocation;
    }

    Outcome collect(Function<String, Outcome> asking) {
        List<Fields> pages = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        long bytes = 0;
        Optional<String> address = Optional.of(paging.first(url));
        while (address.isPresent() && pages.size() < paging.most() && asked.add(address.get())) {
            String here = address.get();
            if (invocation.connection().isPresent() && !origin(here).equals(origin(url))) {
                return Failures.fail(invocation, Failure.Kind.DATA, "builtin.http.pages.elsewhere", origin(here));
            }
            Outcome outcome = asking.apply(here);
            if (!(outcome instanceof Outcome.Emitted(List<Fields> bundles))) {
                return outcome;
            }
            Fields page = bundles.getFirst();
            int number = pages.size();
            if (paging.empty(page, number)) {
                break;
            }
            bytes += page.get("fileSize") instanceof Num size ? size.number().longValue() : 0;
            if (bytes > MOST) {
                return Failures.fail(
                        invocation, Failure.Kind.MAX_FILE_SIZE_EXCEEDED, "builtin.http.large", MOST / 1_000_000);
            }
            pages.add(page.with("page", Num.of(number + 1L)));
            address = paging.next(url, here, page, number);
        }
        return new Outcome.Emitted(pages);
    }

    /** Whom a page belongs to: what proves who we are goes to nobody else. */
    private static String origin(String address) {
        try {
            URI uri = URI.create(address.strip());
            return uri.getScheme() + "://" + uri.getAuthority();
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
