package dev.tutti.api;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadConstraints;

/** How requests are read and checked before a controller sees them. */
@Configuration(proxyBeanMethods = false)
class ApiBeans implements WebMvcConfigurer {

    private final PermissionCheck permissions;

    ApiBeans(PermissionCheck permissions) {
        this.permissions = permissions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(permissions).addPathPatterns("/api/**", "/oauth/**");
    }

    /** Jackson's own limits leave documents and tokens unlimited. */
    @Bean
    JsonFactoryBuilderCustomizer jsonLimits() {
        return factory -> factory.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(200)
                .maxStringLength(5_000_000)
                .maxDocumentLength(10_000_000)
                .maxTokenCount(1_000_000)
                .build());
    }
}
