package baton.intake.mapping;

/**
 * Why a mapping, or an expression of it, does not work.
 *
 * @param pointer JSON pointer to the expression, within the mapping
 * @param message in words
 */
public record MappingMistake(String pointer, String message) {}
