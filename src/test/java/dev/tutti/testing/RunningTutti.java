package dev.tutti.testing;

import dev.tutti.TuttiApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The whole application in this JVM on a free port, with an owner and the owner's token, over H2 in memory. Tests that
 * carry this share one application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TuttiApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "tutti.owner.email=" + RunningTutti.OWNER,
            "tutti.owner.password=" + RunningTutti.PASSWORD,
            "tutti.api-token=" + RunningTutti.TOKEN,
            "tutti.outbound.allow=127.0.0.0/8"
        })
public @interface RunningTutti {

    String OWNER = "owner@example.com";
    String PASSWORD = "correct horse battery";
    String TOKEN = "the-owners-token-in-tests-0123456789";
}
