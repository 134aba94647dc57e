package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The three dots at the end of a line; its menu is made when somebody first opens it. */
class LineMenu extends Button {

    private @Nullable Menu menu;

    LineMenu(String name, Consumer<Menu> fill) {
        super(Icons.of("ellipsis"));
        addThemeName("tertiary");
        addClassName("icon-button");
        setAriaLabel(name);
        getElement().setAttribute("aria-haspopup", "dialog");
        addClickListener(_ -> {
            if (menu == null) {
                menu = new Menu(this, name, PopoverPosition.BOTTOM_END);
                fill.accept(menu);
                menu.open();
            }
        });
    }
}
