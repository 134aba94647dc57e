package dev.tutti.ui;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.tutti.workspace.TooManyAttempts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The door of the browser's pages, and of everything that no other door names. A view is open to those whom its
 * annotation names; without one it is closed.
 */
@Configuration(proxyBeanMethods = false)
class BrowserSecurity {

    /** Vaadin starts itself by scripts in the page, which is why scripts in the page cannot be forbidden yet. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    @Bean
    @Order(10)
    SecurityFilterChain pages(HttpSecurity http) {
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView("/login"));
        http.formLogin(form -> form.failureHandler((request, response, failure) -> {
            String why = failure instanceof TooManyAttempts many
                    ? "wait=" + many.waitFor().toSeconds()
                    : "error";
            response.sendRedirect(request.getContextPath() + "/login?" + why);
        }));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
    }
}
