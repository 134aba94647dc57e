package dev.tutti.run;

import java.sql.SQLException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins to execute runs before the first request can come, and ends after the last one is answered. */
@Component
final class RunLife implements SmartLifecycle, HealthIndicator {

    private static final int BEFORE_THE_WEB_SERVER = Integer.MAX_VALUE - 10_000;

    private final RunNode node;
    private volatile boolean running;

    RunLife(RunNode node) {
        this.node = node;
    }

    @Override
    public void start() {
        try {
            node.open();
            running = true;
        } catch (SQLException failure) {
            throw new IllegalStateException("The database does not answer", failure);
        }
    }

    @EventListener
    void closing(ContextClosedEvent event) {
        if (running) {
            node.farewell();
        }
    }

    @Override
    public void stop() {
        try {
            node.close();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }

    /** Up once runs are accepted. */
    @Override
    public Health health() {
        return node.ready() ? Health.up().build() : Health.down().build();
    }
}
