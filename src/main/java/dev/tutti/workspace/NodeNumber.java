package dev.tutti.workspace;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/** Which of several machines on one database this is ({@code tutti.node.number}, 0 to 1023). */
@ConfigurationProperties("tutti.node")
public record NodeNumber(@Name("number") @DefaultValue("0") int value) {

    public NodeNumber {
        if (value < 0 || value > 1023) {
            throw new IllegalArgumentException("tutti.node.number must be between 0 and 1023, not " + value);
        }
    }
}
