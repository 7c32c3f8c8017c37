package baton.routing.assignment;

import baton.routing.assignment.domain.Turn;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * The turn of a pool, locked until the transaction ends.
 *
 * @param today the present day in the zone of each rep
 */
public record LockedTurn(String pool, Turn turn, Map<UUID, LocalDate> today) {}
