package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.RunningTutti;
import dev.tutti.workspace.SignedIn;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@RunningTutti
class AllowanceFilterTest {

    @Autowired
    Problems problems;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoeverAsksTooOftenIsToldHowLongToWaitAndOthersAreNot() throws Exception {
        AllowanceFilter filter = new AllowanceFilter(new Allowance(2, Clock.systemUTC()), problems);

        assertThat(ask(filter, 1).getStatus()).isEqualTo(200);
        assertThat(ask(filter, 1).getStatus()).isEqualTo(200);
        MockHttpServletResponse refused = ask(filter, 1);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 30);
        assertThat(refused.getContentAsString()).contains("too-often");
        assertThat(ask(filter, 2).getStatus()).isEqualTo(200);
    }

    private static MockHttpServletResponse ask(AllowanceFilter filter, long person) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(new SignedIn(person), ""));
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", "/api/v1/me"), response, new MockFilterChain());
        return response;
    }
}
