package dev.tutti;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Tutti. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TuttiApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TuttiApplication.class, arguments);
    }
}
