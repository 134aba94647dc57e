package dev.tutti.workspace;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is set for the whole workspace. */
@Component
public final class Settings {

    /** The address under which people and other programs reach Tutti; without it the address of the request serves. */
    public Optional<URI> publicUrl() {
        throw new UnsupportedOperationException();
    }

    /** Networks (CIDR, such as {@code 10.0.0.0/8}) that outgoing calls may reach although they are private. */
    public List<String> allowedNetworks() {
        throw new UnsupportedOperationException();
    }

    /** The language of people who have not chosen one. */
    public Locale language() {
        throw new UnsupportedOperationException();
    }
}
