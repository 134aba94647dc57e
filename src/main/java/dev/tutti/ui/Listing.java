package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;
import java.util.function.Consumer;

/** A table of things as all pages have it: quiet lines, and where a thing can be opened, a click or Enter opens it. */
class Listing<T> extends Grid<T> {

    private static final String ENTER = """
            this.addEventListener('keydown', event => {
              if (event.key !== 'Enter' || event.composedPath()[0].localName !== 'td') return;
              const cell = this.getEventContext(event);
              if (cell.section !== 'body' || !cell.item) return;
              event.preventDefault();
              event.stopPropagation();
              this.dispatchEvent(new CustomEvent('line-opened', { detail: { key: cell.item.key } }));
            }, true)""";

    Listing(String name) {
        addClassName("list");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", name);
    }

    /** A column that takes what is left. */
    Column<T> wide(String header, int share, SerializableFunction<T, Component> cell) {
        return addComponentColumn(cell::apply).setHeader(header).setFlexGrow(share);
    }

    Column<T> narrow(String header, int width, SerializableFunction<T, Component> cell) {
        return addComponentColumn(cell::apply)
                .setHeader(header)
                .setWidth(width + "px")
                .setFlexGrow(0);
    }

    /** A column of figures, which stand below each other. */
    Column<T> figures(String header, int width, SerializableFunction<T, ?> figure) {
        return addColumn(figure::apply)
                .setHeader(header)
                .setWidth(width + "px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
    }

    /** The last column, with what can be done. */
    Column<T> actions(int width, SerializableFunction<T, Component> cell) {
        Span header = new Span(getTranslation("ui.actions"));
        header.addClassName("said-only");
        return narrow("", width, cell).setHeader(header);
    }

    void opens(Consumer<T> open) {
        addClassName("opens");
        addItemClickListener(click -> open.accept(click.getItem()));
        getElement().executeJs(ENTER);
        getElement()
                .addEventListener("line-opened", event -> {
                    T item = getDataCommunicator()
                            .getKeyMapper()
                            .get(event.getEventData().get("event.detail.key").asString());
                    if (item != null) {
                        open.accept(item);
                    }
                })
                .addEventData("event.detail.key");
    }
}
