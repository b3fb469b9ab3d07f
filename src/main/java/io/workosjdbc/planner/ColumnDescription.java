package io.workosjdbc.planner;

import java.util.Optional;

/**
 * A column, as people and tools are told of it.
 *
 * @param jdbcType one of {@link java.sql.Types}
 * @param precision the length of a text, the digits of a number or of a second's fraction; negative
 *     where there is no bound
 * @param isKey whether this is the primary key
 * @param references the table of the same schema whose primary key this column holds
 */
public record ColumnDescription(
    String name,
    int jdbcType,
    int precision,
    int scale,
    boolean nullable,
    String remarks,
    boolean isKey,
    Optional<String> references) {}
