package io.workosjdbc.resource;

import java.util.Optional;

/**
 * That a column holds what identifies a row of another table.
 *
 * @param column which of that table's columns; empty for its primary key
 */
public record Reference(String table, Optional<String> column) {}
