-- The cycle of the last run whose bundles pending lies behind; a run has its cycles one after the other.
alter table poll_position rename column cycles_left to pending_cycle;
