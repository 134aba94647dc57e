package dev.tutti.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Makes somebody the one who is signed in: for good in a browser's session, or for one request. */
@Component
public final class SignIn {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

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
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication(user.id(), user.role()));
        SecurityContextHolder.setContext(context);
        return context;
    }

    static Authentication authentication(UserId user, Role role) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(user.value()), null, List.of(new SimpleGrantedAuthority("ROLE_" + role)));
    }
}
