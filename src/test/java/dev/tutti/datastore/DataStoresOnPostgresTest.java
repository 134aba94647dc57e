package dev.tutti.datastore;

import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.Owner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@ModuleBench
@ContextConfiguration(initializers = ModuleBench.OnPostgres.class)
class DataStoresOnPostgresTest extends DataStoresContract {

    DataStoresOnPostgresTest(
            DataStores stores, StoreSessions sessions, Structures structures, JdbcClient jdbc, Owner owner) {
        super(stores, sessions, structures, jdbc, owner);
    }
}
