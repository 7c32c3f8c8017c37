package baton.eventlog.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What a compacted topic says of its subjects: the state as it is now, read when it is sent. */
public interface CurrentState {

  /** The topic whose records it fills. */
  String topic();

  /** JSON by subject; a subject that is missing is gone, and a tombstone is sent for it. */
  Map<UUID, byte[]> of(Connection connection, Collection<UUID> subjects) throws SQLException;
}
