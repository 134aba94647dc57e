package dev.tutti.api;

import java.util.List;

/** A list in the API, in an object so that something can be added beside it later. */
public record Items<T>(List<T> items) {}
