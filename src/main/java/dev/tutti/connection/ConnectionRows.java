package dev.tutti.connection;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ConnectionRows extends Repository<ConnectionRow, Long> {

    ConnectionRow save(ConnectionRow row);

    Optional<ConnectionRow> findById(long id);

    List<ConnectionRow> findAllByOrderByName();

    void delete(ConnectionRow row);
}
