package dev.tutti.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface TokenRows extends Repository<TokenRow, Long> {

    TokenRow save(TokenRow row);

    Optional<TokenRow> findById(long id);

    Optional<TokenRow> findByHash(String hash);

    List<TokenRow> findByUserAndName(long user, String name);

    List<TokenRow> findByUserOrderByIdDesc(long user);

    void delete(TokenRow row);

    @Modifying
    @Transactional
    @Query("update TokenRow t set t.lastUsedAt = :at where t.id = :id")
    void noteUse(long id, Instant at);
}
