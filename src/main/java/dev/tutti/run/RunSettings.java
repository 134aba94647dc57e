package dev.tutti.run;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs are executed here.
 *
 * @param atOnce how many accepted runs go on at the same time, the others wait their turn
 * @param incompletes how many incomplete runs of one scenario may wait
 * @param files where files that run through scenarios are kept
 */
@ConfigurationProperties("tutti.runs")
record RunSettings(
        @DefaultValue("256") int atOnce,
        @DefaultValue("1000") int incompletes,
        @DefaultValue("./data/blobs") Path files) {}
