package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import dev.tutti.run.Replay;
import dev.tutti.run.ReplayMany;
import dev.tutti.run.RunQuery;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Author;
import java.time.Duration;
import java.util.Locale;

/** Runs all runs of a filtered list again, at once or spread over a time so that no other system is flooded. */
class ReplayManyDialog extends Dialog {

    private static final Integer[] MINUTES = {0, 10, 60, 360, 1_440};

    ReplayManyDialog(Runs runs, RunQuery which, Author author, Runnable done) {
        setHeaderTitle(getTranslation("ui.replay.many.title"));
        setWidth("480px");
        RadioButtonGroup<Replay.Version> version = new RadioButtonGroup<>();
        version.setLabel(getTranslation("ui.replay.version"));
        version.setItems(Replay.Version.values());
        version.setItemLabelGenerator(
                each -> getTranslation("ui.replay.many.version." + each.name().toLowerCase(Locale.ROOT)));
        version.setValue(Replay.Version.LIVE);
        Select<Integer> over = new Select<>();
        over.setLabel(getTranslation("ui.replay.over"));
        over.setHelperText(getTranslation("ui.replay.over.help"));
        over.setItems(MINUTES);
        over.setItemLabelGenerator(minutes -> getTranslation("ui.replay.over." + minutes));
        over.setValue(0);
        over.setWidthFull();
        Div form = new Div(new Paragraph(getTranslation("ui.replay.many.lead")), version, over);
        form.addClassName("dialog-form");
        add(form);
        Button go = new Button(getTranslation("ui.replay.many"), Icons.of("rotate-ccw"), _ -> {
            int count =
                    runs.replay(new ReplayMany(which, version.getValue(), Duration.ofMinutes(over.getValue()), author));
            close();
            Toast.show(getTranslation("ui.replay.many.done", count));
            done.run();
        });
        go.addThemeName("primary");
        getFooter().add(new Button(getTranslation("ui.cancel"), _ -> close()), go);
    }
}
