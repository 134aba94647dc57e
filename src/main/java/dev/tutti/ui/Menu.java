package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;

/** A few things to do, that open beside a button and close when one was chosen. */
class Menu extends Popover {

    Menu(Button opener, String name, PopoverPosition where) {
        setTarget(opener);
        setPosition(where);
        setAriaLabel(name);
        setAutofocus(true);
        addClassName("menu");
    }

    /** One thing to do. */
    Button item(String icon, String name, Runnable chosen) {
        Button item = new Button(name, Icons.of(icon), _ -> {
            close();
            chosen.run();
        });
        item.addThemeName("tertiary");
        item.addClassName("menu-item");
        add(item);
        return item;
    }
}
