package dev.tutti.builtin;

import dev.tutti.testing.Databases;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/** A test that gets all modules as Spring finds them, with the floors below them, a database and a way to loopback. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ModuleBenchBeans.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "tutti.owner.email=owner@example.com",
            "tutti.owner.password=correct horse battery",
            "tutti.outbound.allow=127.0.0.0/8,::1/128",
            "tutti.key-file=${java.io.tmpdir}/tutti-modules-${random.uuid}.key"
        })
@ContextConfiguration(initializers = ModuleBench.OnH2.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface ModuleBench {

    /** Each context has a database of its own. */
    class OnH2 implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(Databases.h2().properties()).applyTo(context);
        }
    }

    /** For those who care which database it is. */
    class OnPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(Databases.postgres().properties()).applyTo(context);
        }
    }
}
