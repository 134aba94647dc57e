package dev.tutti.datastore;

import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.Owner;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleBench
class DataStoresOnH2Test extends DataStoresContract {

    DataStoresOnH2Test(DataStores stores, StoreSessions sessions, Structures structures, JdbcClient jdbc, Owner owner) {
        super(stores, sessions, structures, jdbc, owner);
    }
}
