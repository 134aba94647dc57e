package dev.tutti.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Makes somebody the one who is signed in: for good in a browser's session, or for one request. */
@Component
public final class SignIn {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final ObjectProvider<SecurityContextHolderStrategy> strategy;

    SignIn(ObjectProvider<SecurityContextHolderStrategy> strategy) {
        this.strategy = strategy;
    }

    /** Signs in for the browser's session, which gets a new id. For somebody who has just proved who they are. */
    public void session(User user, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = request(user);
        sessions.saveContext(context, request, response);
    }

    /** Signs in for the request that this thread serves; whoever serves it clears it afterwards. */
    public SecurityContext request(User user) {
        SecurityContext context = strategy().createEmptyContext();
        context.setAuthentication(authentication(user.id(), user.role()));
        strategy().setContext(context);
        return context;
    }

    /** Nobody is signed in any more for what this thread does next. */
    public void nobody() {
        strategy().clearContext();
    }

    /** The application's own, which differs from the one of the JVM if several applications run in it. */
    private SecurityContextHolderStrategy strategy() {
        return strategy.getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }

    static Authentication authentication(UserId user, Role role) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(user.value()), null, List.of(new SimpleGrantedAuthority("ROLE_" + role)));
    }
}
