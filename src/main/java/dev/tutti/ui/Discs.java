package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Modules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The modules of a scenario as the small coloured discs that they have on the canvas. */
class Discs extends Div {

    private static final int MOST = 5;

    /** @param refs the modules, in order of appearance; those that look alike are shown once */
    Discs(List<String> refs, Modules modules) {
        addClassName("discs");
        getElement().setAttribute("aria-hidden", "true");
        Map<String, Component> different = new LinkedHashMap<>();
        for (String ref : refs) {
            Optional<ModuleSpec> spec = modules.find(ref);
            String icon = spec.map(ModuleSpec::icon).orElse("box");
            String tint = spec.map(ModuleSpec::tint).orElse(MiniGraph.UNKNOWN);
            different.computeIfAbsent(icon + tint, _ -> disc(icon, tint));
        }
        List<Component> all = new ArrayList<>(different.values());
        add(all.subList(0, Math.min(MOST, all.size())));
        if (all.size() > MOST) {
            Span rest = new Span("+" + (all.size() - MOST));
            rest.addClassName("quiet");
            add(rest);
        }
    }

    /** One disc; also for what is no module. */
    static Component disc(String icon, String tint) {
        Span disc = new Span(Icons.of(icon));
        disc.addClassName("disc");
        disc.getStyle().set("background", tint);
        return disc;
    }
}
