package dev.tutti.ui;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.tutti.workspace.TooManyAttempts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

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

    /** Where somebody wanted to go before signing in; their address comes back as it was. */
    @Bean
    @Primary
    @SuppressWarnings("NullAway") // Null means: no parameter is added to the address.
    VaadinDefaultRequestCache wantedPages() {
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setMatchingRequestParameterName(null);
        VaadinDefaultRequestCache pages = new VaadinDefaultRequestCache();
        pages.setDelegateRequestCache(wanted);
        return pages;
    }

    @Bean
    @Order(10)
    SecurityFilterChain doorOfThePages(HttpSecurity http, RequestUtil vaadins) {
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers("/icons/**").permitAll());
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView("/login")
                        .enableCsrfConfiguration(false)
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        // Vaadin checks a token of its own; signing in needs that of the session, so that no other site can do it.
        http.csrf(csrf -> csrf.ignoringRequestMatchers(vaadins::isFrameworkInternalRequest));
        http.exceptionHandling(errors -> errors.defaultAccessDeniedHandlerFor(
                (request, response, _) -> response.sendRedirect(request.getContextPath() + "/login"),
                PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login")));
        http.formLogin(form -> form.failureHandler((request, response, failure) -> {
            String why = failure instanceof TooManyAttempts many
                    ? "wait=" + many.waitFor().toSeconds()
                    : "error";
            response.sendRedirect(request.getContextPath() + "/login?" + why);
        }));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .withObjectPostProcessor(early()));
        return http.build();
    }

    /** A page is sent by another servlet, and gone before headers that wait for its end could be added. */
    private static ObjectPostProcessor<HeaderWriterFilter> early() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }
}
