package dev.tutti.run;

import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** Once a night one process tidies up for all. */
final class NightWork implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(NightWork.class);

    private final RunNode node;
    private final FileSweep files;
    private final Retention retention;

    NightWork(RunNode node, FileSweep files, Retention retention) {
        this.node = node;
        this.files = files;
        this.retention = retention;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        node.everyNight(this::tidyUp);
    }

    void tidyUp() {
        try {
            int gone = files.sweep();
            if (gone > 0) {
                LOG.info("{} files that no run refers to were deleted", gone);
            }
            retention.clean();
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("The nightly clean-up failed", failure);
        }
    }
}
