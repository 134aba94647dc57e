package dev.tutti.run;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a run failed.
 *
 * @param module the number of the module that failed, absent when the run itself did
 * @param kind the error's type, as error handlers see it
 */
public record RunError(OptionalInt module, String kind, String message, Optional<String> detail) {}
