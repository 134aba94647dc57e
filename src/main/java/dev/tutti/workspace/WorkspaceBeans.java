package dev.tutti.workspace;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What the whole application shares. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NodeNumber.class, HeadlessStart.Wanted.class})
class WorkspaceBeans {

    /** The time of day. A test gives another clock, which is then the one everybody gets. */
    @Bean
    @Fallback
    Clock timeOfDay() {
        return Clock.systemUTC();
    }

    @Bean
    PasswordEncoder passwords() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }
}
