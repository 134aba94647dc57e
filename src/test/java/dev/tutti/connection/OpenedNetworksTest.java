package dev.tutti.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.outbound.AllowedNetworks;
import dev.tutti.outbound.Network;
import dev.tutti.testing.Databases;
import dev.tutti.testing.GroundFloor;
import dev.tutti.workspace.Settings;
import dev.tutti.workspace.StartRefused;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedNetworksTest {

    @Test
    void comeFromTheStartAndFromTheSettings() {
        try (GroundFloor floor = GroundFloor.open(Databases.h2(), "tutti.outbound.allow=10.0.0.0/8, 192.168.1.7")) {
            floor.asOwner();
            floor.get(Settings.class).allowedNetworks(List.of("fd00::/8", "172.16.0.0/12"));
            assertThat(floor.get(AllowedNetworks.class).networks())
                    .extracting(Network::toString)
                    .containsExactly("10.0.0.0/8", "192.168.1.7/32", "fd00:0:0:0:0:0:0:0/8", "172.16.0.0/12");
            floor.asNobody();
        }
    }

    @Test
    void whatIsNoNetworkIsRefusedAtTheStart() {
        assertThatThrownBy(() -> GroundFloor.open(Databases.h2(), "tutti.outbound.allow=my-server")
                        .close())
                .hasRootCauseInstanceOf(StartRefused.class)
                .rootCause()
                .hasMessageContaining("my-server");
    }
}
