package baton.http.paging;

import java.util.List;

/**
 * Part of a list.
 *
 * @param items in the list's order
 * @param next the cursor of the page after this; null on the last one
 */
public record Page<T>(List<T> items, String next) {}
