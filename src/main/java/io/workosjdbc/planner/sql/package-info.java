/**
 * The SQL that people and tools write: what the babel parser does not read, or reads as something
 * that Calcite cannot run, becomes what it can. Tokens are rewritten where no grammar rule would
 * do, the tree everywhere else, texts next to timestamps once their types are known.
 */
@NullMarked
package io.workosjdbc.planner.sql;

import org.jspecify.annotations.NullMarked;
