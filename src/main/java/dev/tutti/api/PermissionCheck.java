package dev.tutti.api;

import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.NotAllowed;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks the table of permissions before each handler of the API, by what the handler's {@link Allowed} names. */
@Component
final class PermissionCheck implements HandlerInterceptor {

    private final CurrentUser current;

    PermissionCheck(CurrentUser current) {
        this.current = current;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // A stream that ends comes by once more; it was asked when it began.
        boolean first = request.getDispatcherType() != DispatcherType.ASYNC;
        if (first && handler instanceof HandlerMethod method && ours(method)) {
            Allowed allowed = method.getMethodAnnotation(Allowed.class);
            if (allowed == null) {
                current.get();
                throw new NotAllowed(Action.USER_EDIT);
            }
            current.require(allowed.value());
        }
        return true;
    }

    static boolean ours(HandlerMethod method) {
        return method.getBeanType().getPackageName().equals(PermissionCheck.class.getPackageName())
                && method.getBeanType() != ErrorsController.class;
    }
}
