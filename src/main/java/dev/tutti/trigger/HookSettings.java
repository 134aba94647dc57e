package dev.tutti.trigger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large requests to webhooks may be.
 *
 * @param maxBody any body but a multipart one
 * @param maxUpload a multipart body with all its files
 */
@ConfigurationProperties("tutti.hooks")
record HookSettings(
        @DefaultValue("5MB") DataSize maxBody,
        @DefaultValue("100MB") DataSize maxUpload) {}
