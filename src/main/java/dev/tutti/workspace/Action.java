package dev.tutti.workspace;

/** Something a person may or may not do. The table of {@link Permissions} says which role may. */
public enum Action {
    SCENARIO_READ,
    SCENARIO_EDIT,
    SCENARIO_PUBLISH,
    RUN_READ,
    RUN_START,
    CONNECTION_READ,
    CONNECTION_EDIT,
    DATASTORE_READ,
    DATASTORE_EDIT,
    CATALOGUE_READ,
    PROFILE_OWN,
    TOKEN_OWN,
    SETTINGS_READ,
    SETTINGS_EDIT,
    USER_EDIT,
    AUDIT_READ
}
