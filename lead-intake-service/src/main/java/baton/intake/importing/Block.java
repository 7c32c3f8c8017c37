package baton.intake.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Some rows of a list that follow each other.
 *
 * @param firstRow number of the first one, from 1
 * @param rows the cells of each; null in the place of a row that was erased
 */
record Block(long firstRow, List<List<String>> rows) {

  /** Rows of a block at most. */
  static final int MOST_ROWS = 500;

  /** Characters after which a block is complete, as its rows will be kept. */
  static final int ENOUGH = 1 << 19;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<List<String>>> ROWS = new TypeReference<>() {};

  long lastRow() {
    return firstRow + rows.size() - 1;
  }

  /** The rows as they are stored. */
  byte[] stored() {
    try {
      return JSON.writeValueAsBytes(rows);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Block stored(long firstRow, byte[] rows) {
    try {
      return new Block(firstRow, JSON.readValue(rows, ROWS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Neither of whom it tells nor what. */
  @Override
  public String toString() {
    return "Block[" + firstRow + "]";
  }
}
