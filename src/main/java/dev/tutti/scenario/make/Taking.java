package dev.tutti.scenario.make;

import dev.tutti.connector.Modules;
import dev.tutti.scenario.exchange.Findings;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one import works with.
 *
 * @param drawn the nodes whose modules do not keep them themselves
 */
record Taking(
        Modules modules,
        MakeNumbers numbers,
        MakeTexts texts,
        Findings report,
        Sheet sheet,
        Locale locale,
        List<Fields> drawn) {

    Taking(Modules modules, MakeNumbers numbers, MakeTexts texts, Findings report, Sheet sheet, Locale locale) {
        this(modules, numbers, texts, report, sheet, locale, new ArrayList<>());
    }
}
