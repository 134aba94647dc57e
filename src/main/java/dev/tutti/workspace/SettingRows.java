package dev.tutti.workspace;

import java.util.List;
import org.springframework.data.repository.Repository;

interface SettingRows extends Repository<SettingRow, SettingRow.Key> {

    SettingRow save(SettingRow row);

    List<SettingRow> findByKeyWorkspace(long workspace);
}
