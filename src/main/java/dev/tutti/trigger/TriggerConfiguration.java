package dev.tutti.trigger;

import dev.tutti.run.LiveEvents;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Blobs;
import jakarta.servlet.MultipartConfigElement;
import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Opens the door for requests and winds the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(HookSettings.class)
class TriggerConfiguration {

    private static final int IN_MEMORY = 16 * 1024;

    @Bean
    ServletRegistrationBean<HookServlet> hooks(
            HookRoutes routes,
            HookRequest requests,
            HookLoad load,
            Captures captures,
            Runs runs,
            Scenarios scenarios,
            LiveEvents live,
            Blobs blobs,
            HookSettings settings) {
        HookServlet servlet =
                new HookServlet(new HookServlet.Inside(routes, requests, load, captures, runs, scenarios, live, blobs));
        ServletRegistrationBean<HookServlet> door = new ServletRegistrationBean<>(servlet, "/hook/*");
        long most = settings.maxUpload().toBytes();
        door.setMultipartConfig(new MultipartConfigElement("", most, most, IN_MEMORY));
        door.setLoadOnStartup(1);
        door.setName("hooks");
        return door;
    }

    @Bean
    SchedulerFactoryBeanCustomizer quartzOnOurTables() {
        Properties quartz = new Properties();
        quartz.setProperty("org.quartz.scheduler.instanceName", "tutti");
        quartz.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        quartz.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        quartz.setProperty("org.quartz.threadPool.threadCount", "4");
        quartz.setProperty("org.quartz.jobStore.isClustered", "true");
        quartz.setProperty("org.quartz.jobStore.useProperties", "true");
        quartz.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
        quartz.setProperty("org.quartz.jobStore.misfireThreshold", "10000");
        // H2 in its PostgreSQL mode has the same types.
        quartz.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        return factory -> factory.setQuartzProperties(quartz);
    }
}
