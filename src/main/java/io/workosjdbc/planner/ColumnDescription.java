package io.workosjdbc.planner;

import io.workosjdbc.resource.Reference;
import java.util.Optional;

/**
 * A column, as people and tools are told of it.
 *
 * @param jdbcType one of {@link java.sql.Types}
 * @param precision the length of a text, the digits of a number or of a second's fraction; negative
 *     where there is no bound
 * @param isKey whether this is the primary key
 * @param references the row of another table of the same schema that this column names
 */
public record ColumnDescription(
    String name,
    int jdbcType,
    int precision,
    int scale,
    boolean nullable,
    String remarks,
    boolean isKey,
    Optional<Reference> references) {}
