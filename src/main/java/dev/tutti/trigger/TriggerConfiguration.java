package dev.tutti.trigger;

import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Opens the door for requests and winds the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(HookSettings.class)
class TriggerConfiguration {

    private static final int IN_MEMORY = 16 * 1024;

    @Bean
    ServletRegistrationBean<HookServlet> hooks(
            HookRoutes routes, HookLoad load, HookIntake intake, HookLog log, Clock clock, HookSettings settings) {
        HookServlet servlet = new HookServlet(new HookServlet.Inside(routes, load, intake, log, clock));
        ServletRegistrationBean<HookServlet> door = new ServletRegistrationBean<>(servlet, "/hook/*");
        long most = settings.maxUpload().toBytes();
        door.setMultipartConfig(new MultipartConfigElement("", most, most, IN_MEMORY));
        door.setLoadOnStartup(1);
        door.setName("hooks");
        return door;
    }

    /**
     * Requests to webhooks pass by every other filter: they have no session, no form token and no user. The servlet stays
     * where it is, because the server takes its limits for uploads from there.
     */
    @Bean
    FilterRegistrationBean<Filter> hooksFirst(ServletRegistrationBean<HookServlet> hooks) {
        HookServlet servlet = Objects.requireNonNull(hooks.getServlet());
        FilterRegistrationBean<Filter> first =
                new FilterRegistrationBean<>((request, response, chain) -> servlet.service(request, response));
        first.addUrlPatterns("/hook/*");
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        first.setName("hooksFirst");
        return first;
    }

    @Bean
    SchedulerFactoryBeanCustomizer quartzOnOurTables(@Value("${spring.quartz.scheduler-name:tutti}") String name) {
        Properties quartz = new Properties();
        quartz.setProperty("org.quartz.scheduler.instanceName", name);
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
