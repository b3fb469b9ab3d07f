package io.workosjdbc.planner.sql;

import java.lang.reflect.Type;
import java.util.function.UnaryOperator;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel.Prefer;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.prepare.CalcitePrepareImpl;
import org.apache.calcite.prepare.CalcitePrepareImpl.CalcitePreparingStmt;
import org.apache.calcite.prepare.Prepare.CatalogReader;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.rules.DateRangeRules;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.tools.Program;

/**
 * A statement that is being prepared, validated with {@link TimeCoercion} and planned without the
 * rule of Calcite's that fails on weeks. To be returned by {@code
 * CalcitePrepareImpl.getPreparingStmt}.
 */
public class DialectStatement extends CalcitePreparingStmt {

  private final Program program;

  public DialectStatement(
      CalcitePrepareImpl prepare,
      CalcitePrepare.Context context,
      CalciteCatalogReader catalog,
      Type elementType,
      RelOptCluster cluster,
      Program program) {
    super(
        prepare,
        context,
        catalog,
        context.getTypeFactory(),
        context.getRootSchema(),
        elementType == Object[].class ? Prefer.ARRAY : Prefer.CUSTOM,
        cluster,
        EnumerableConvention.INSTANCE,
        new Convertlets());
    cluster.getPlanner().removeRule(DateRangeRules.FILTER_INSTANCE);
    this.program = program;
  }

  @Override
  protected Program getProgram() {
    return program;
  }

  /**
   * Without merging projections: it would leave the columns of a query in the SELECT list that are
   * of an outer one at their places in a projection which is gone.
   */
  @Override
  protected SqlToRelConverter getSqlToRelConverter(
      SqlValidator validator, CatalogReader catalog, SqlToRelConverter.Config config) {
    return super.getSqlToRelConverter(
        validator, catalog, config.addRelBuilderConfigTransform(each -> each.withBloat(-1)));
  }

  /**
   * What Calcite cannot free of columns that nobody needs is planned with them: it fails where a
   * correlated query beside an OR names one side of a join, and no column of the other is needed.
   */
  @Override
  protected RelRoot trimUnusedFields(RelRoot root) {
    try {
      return super.trimUnusedFields(root);
    } catch (IndexOutOfBoundsException e) {
      return root;
    }
  }

  @Override
  protected SqlValidator createSqlValidator(
      CatalogReader catalog, UnaryOperator<SqlValidator.Config> change) {
    var config = context.config();
    var operators = config.fun(SqlOperatorTable.class, SqlStdOperatorTable.instance());
    return new DialectValidator(
        SqlOperatorTables.chain(operators, Functions.MORE, catalog),
        (CalciteCatalogReader) catalog,
        context.getTypeFactory(),
        change
            .apply(
                SqlValidator.Config.DEFAULT
                    .withLenientOperatorLookup(config.lenientOperatorLookup())
                    .withConformance(config.conformance())
                    .withDefaultNullCollation(config.defaultNullCollation())
                    .withIdentifierExpansion(true))
            .withTypeCoercionFactory(TimeCoercion::new));
  }
}
