package io.workosjdbc.oracle;

import java.util.List;

/**
 * A table of both databases.
 *
 * @param name with its schema
 * @param columns by their quoted names
 * @param key the quoted columns that tell its rows apart; empty when nothing does
 */
record Table(String name, List<Column> columns, List<String> key, int rows) {}
