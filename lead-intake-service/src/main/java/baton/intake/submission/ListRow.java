package baton.intake.submission;

import java.util.UUID;

/**
 * The row of an imported list that a submission was.
 *
 * @param list the import
 * @param number from 1, the header not counted
 * @param history whether the list tells of what happened before: then it only adds to what is
 *     known, and asks nobody for anything
 */
public record ListRow(UUID list, long number, boolean history) {}
