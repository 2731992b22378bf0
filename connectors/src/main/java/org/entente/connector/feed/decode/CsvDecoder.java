// SPDX-FileCopyrightText: The Entente authors
// SPDX-License-Identifier: Apache-2.0
package org.entente.connector.feed.decode;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.connector.feed.definition.DecodeSpec.Csv;
import org.entente.connector.feed.definition.DecodeSpec.Header;
import org.entente.connector.feed.unpack.FormatException;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells. Columns are found by the names of a header, in the first row or in a comment
 * before it, so that sources may turn them round and add some.
 */
final class CsvDecoder implements Decoder {
  private static final int LONGEST_ROW = 256 << 10;
  private static final int MOST_CELLS = 1000;

  private final Csv spec;
  private final Set<String> empty;
  private final Optional<Integer> exact;

  CsvDecoder(Csv spec, Set<String> empty, Optional<Integer> exact) {
    this.spec = spec;
    this.empty = empty;
    this.exact = exact;
  }

  @Override
  public void decode(Reader text, RecordSink sink) throws IOException {
    try (CsvReader<CsvRecord> rows = builder().build(handler(), text)) {
      @Nullable Columns columns =
          spec.header() == Header.NONE ? Columns.positional(spec.columns()) : null;
      for (CsvRecord row : rows) {
        if (row.isComment()) {
          columns = columns == null ? header(row) : columns;
          continue;
        }
        if (columns == null) {
          columns = Columns.named(row.getFields(), spec);
          if (columns != null) {
            continue;
          }
          columns = withoutHeader();
        }
        sink.take(read(row, columns));
      }
    } catch (CsvParseException e) {
      throw new FormatException("no CSV: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private CsvReader.CsvReaderBuilder builder() {
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .fieldSeparator(spec.delimiter())
            .allowExtraFields(true)
            .allowMissingFields(true)
            .trimWhitespacesAroundQuotes(true)
            .maxBufferSize(LONGEST_ROW)
            .commentStrategy(
                spec.comment().isPresent() ? CommentStrategy.READ : CommentStrategy.NONE);
    return spec.comment().map(builder::commentCharacter).orElse(builder);
  }

  private static CsvRecordHandler handler() {
    return CsvRecordHandler.of(
        limits ->
            limits
                .maxFields(MOST_CELLS)
                .maxFieldSize(RawRecord.LONGEST)
                .maxRecordSize(LONGEST_ROW));
  }

  /** Comments name the columns, or say something else. */
  private @Nullable Columns header(CsvRecord comment) {
    String line = comment.getField(0).strip();
    if (line.isEmpty() || line.indexOf(spec.delimiter()) < 0) {
      return null;
    }
    try {
      CsvRecord cells = builder().commentStrategy(CommentStrategy.NONE).ofSingleCsvRecord(line);
      return Columns.named(cells.getFields(), spec);
    } catch (CsvParseException noRow) {
      return null;
    }
  }

  private Columns withoutHeader() throws FormatException {
    if (spec.header() == Header.REQUIRED) {
      throw new FormatException("no line names the columns " + String.join(", ", spec.columns()));
    }
    return Columns.positional(spec.columns());
  }

  private RawRecord read(CsvRecord row, Columns columns) throws FormatException {
    List<String> cells = row.getFields();
    if (exact.isPresent() && cells.size() != exact.get()) {
      throw new FormatException(
          "line "
              + row.getStartingLineNumber()
              + " has "
              + cells.size()
              + " cells instead of "
              + exact.get());
    }
    if (cells.size() < columns.least()) {
      return RawRecord.broken(
          row.getStartingLineNumber(),
          raw(cells),
          "the row has " + cells.size() + " cells and needs " + columns.least());
    }
    Map<String, String> values = new HashMap<>();
    columns
        .places()
        .forEach(
            (name, place) -> {
              String value = place < cells.size() ? cells.get(place).strip() : "";
              if (!value.isEmpty() && !empty.contains(value)) {
                values.put(name, value);
              }
            });
    return RawRecord.of(row.getStartingLineNumber(), values, () -> raw(cells));
  }

  private String raw(List<String> cells) {
    return String.join(Character.toString(spec.delimiter()), cells);
  }
}
