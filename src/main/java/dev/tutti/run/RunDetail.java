package dev.tutti.run;

import java.util.List;

/** A run with what each module and each filtered link did. */
public record RunDetail(Run run, List<ModuleCount> modules, List<LinkCount> links) {}
