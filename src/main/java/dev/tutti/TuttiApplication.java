package dev.tutti;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Tutti. */
@SpringBootApplication
public class TuttiApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TuttiApplication.class, arguments);
    }
}
