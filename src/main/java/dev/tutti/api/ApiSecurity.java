package dev.tutti.api;

import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.SignIn;
import dev.tutti.workspace.Tokens;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The doors that programs come through. The door of the browser's pages is beside the pages themselves. Whatever no door
 * names is closed.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiSecurity {

    /** Webhooks carry their own proof in the token, and are too many for filters that have nothing to check. */
    @Bean
    @Order(0)
    SecurityFilterChain doorOfWebhooks() {
        return new DefaultSecurityFilterChain(PathPatternRequestMatcher.pathPattern("/hook/**"));
    }

    @Bean
    @Order(1)
    SecurityFilterChain doorOfTheActuator(HttpSecurity http) {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** What went wrong may be told to everybody; it says nothing of the inside. */
    @Bean
    @Order(3)
    SecurityFilterChain doorOfErrors(HttpSecurity http) {
        return http.securityMatcher("/error")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain doorOfTheApi(
            HttpSecurity http,
            Problems problems,
            Tokens tokens,
            SignIn signIn,
            CurrentUser current,
            @Value("${tutti.api.per-minute:6000}") int perMinute,
            Clock clock) {
        AuthenticationEntryPoint signInFirst = (request, response, _) -> {
            response.setHeader("WWW-Authenticate", "Bearer");
            problems.write(request, response, new Problem(401, "not-signed-in"));
        };
        AccessDeniedHandler refused = (request, response, denied) -> {
            if (current.find().isPresent()) {
                problems.write(
                        request, response, new Problem(403, denied instanceof CsrfException ? "csrf" : "not-allowed"));
            } else {
                signInFirst.commence(request, response, new InsufficientAuthenticationException("nobody", denied));
            }
        };
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/api/v1/**")
                                .authenticated()
                                .anyRequest()
                                .denyAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers(BearerFilter::carriesToken))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(signInFirst).accessDeniedHandler(refused))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterBefore(new BodyLimitFilter(problems), CsrfFilter.class)
                .addFilterBefore(new BearerFilter(tokens, signIn, problems), CsrfFilter.class)
                .addFilterBefore(new AllowanceFilter(new Allowance(perMinute, clock), problems), CsrfFilter.class)
                .build();
    }
}
