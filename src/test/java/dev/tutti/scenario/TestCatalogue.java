package dev.tutti.scenario;

import dev.tutti.connector.Module;
import dev.tutti.connector.Modules;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The modules we ship, for tests that ask what they are and never call them. */
final class TestCatalogue {

    static final Modules MODULES = modules();
    static final Catalogue CATALOGUE = new Catalogue(MODULES);

    private TestCatalogue() {}

    private static Modules modules() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Module.class));
        List<Module> modules = new ArrayList<>();
        scanner.findCandidateComponents("dev.tutti.builtin")
                .forEach(found -> modules.add(make(found.getBeanClassName())));
        return new Modules(modules);
    }

    /** Without what they need to work: only their specs are asked for. */
    private static Module make(String name) {
        try {
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (Module) constructor.newInstance(new Object[constructor.getParameterCount()]);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(name, broken);
        }
    }

    static Checks checks() {
        return checks(_ -> Optional.empty());
    }

    /** @param callees the scenarios that there are to be called */
    static Checks checks(Function<String, Optional<Callee>> callees) {
        TextCheck texts = new TextCheck(CATALOGUE, "euro"::equals);
        return new Checks(
                CATALOGUE,
                new FormCheck(CATALOGUE, new ConnectionCheck(_ -> Optional.empty()), new CallCheck(callees), texts),
                new LinkCheck(CATALOGUE, texts),
                new StartCheck(CATALOGUE, new StaticListableBeanFactory().getBeanProvider(ScheduleCheck.class)),
                new ShapeCheck(CATALOGUE),
                new RescueCheck(CATALOGUE),
                new InterfaceCheck(CATALOGUE));
    }
}
