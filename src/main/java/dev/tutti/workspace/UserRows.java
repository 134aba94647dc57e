package dev.tutti.workspace;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface UserRows extends Repository<UserRow, Long> {

    UserRow save(UserRow row);

    Optional<UserRow> findById(long id);

    Optional<UserRow> findByEmailKey(String emailKey);

    List<UserRow> findAllByOrderByName();

    Optional<UserRow> findFirstByRoleOrderById(Role role);

    long count();

    long countByRole(Role role);

    void deleteById(long id);
}
