package io.workosjdbc.planner;

import io.workosjdbc.fetch.Execution;
import io.workosjdbc.fetch.RowSource;
import io.workosjdbc.request.AccessPlan;
import io.workosjdbc.request.Condition;
import io.workosjdbc.request.Estimate;
import io.workosjdbc.request.Operand;
import io.workosjdbc.resource.Column;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.jspecify.annotations.Nullable;

/** A scan at run time. Public because generated code calls it. */
public final class ScanRun {

  private final ScanSpec spec;
  private final ScanContext context;
  private final RowFormat format;

  ScanRun(ScanSpec spec, ScanContext context, RowFormat format) {
    this.spec = spec;
    this.context = context;
    this.format = format;
  }

  /**
   * The rows, read anew by each enumerator.
   *
   * @param values what the scan's expressions came to, in Calcite's representation
   */
  public Enumerable<@Nullable Object> rows(DataContext root, @Nullable Object[] values) {
    if (!spec.guards().stream().allMatch(guard -> Boolean.TRUE.equals(values[guard]))) {
      return Linq4j.emptyEnumerable();
    }
    var execution = Execution.current();
    var condition = Binding.values(spec, Arrays.asList(values));
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<@Nullable Object> enumerator() {
        var plan = plan(condition);
        refuseWholeList(plan, condition);
        execution.tally().expectPages(expectedPages(plan));
        var needed = tellBindJoins(plan, condition, values);
        var rows = context.rows().open(plan, projection(execution, values), needed, execution);
        return new Rows(
            Sorting.ifNeeded(rows, plan, spec), format, () -> ended(plan, condition, execution));
      }
    };
  }

  /** Where rows are bounded, each is read: a statement ends at the same row whatever is cached. */
  private List<Column> projection(Execution execution, @Nullable Object[] values) {
    return spec.projection(
        spec.counting().filter(how -> !execution.boundsRows()).map(how -> how.borders(values)));
  }

  private AccessPlan plan(Condition condition) {
    return context
        .requests()
        .plan(spec.resource(), condition, spec.wish(), context.clock().instant());
  }

  private double expectedPages(AccessPlan plan) {
    return plan.refusal().isPresent()
        ? 0
        : Estimate.of(plan, context.requests().sizes(), spec.wish().limit()).requests();
  }

  private void refuseWholeList(AccessPlan plan, Condition condition) {
    if (context.refusesWholeLists()) {
      var why = context.requests().wholeList(spec.resource(), condition, spec.wish(), plan);
      if (why.isPresent()) {
        throw Execution.refused(why.get());
      }
    }
  }

  /** Everything has been read, which may be less than one thinks. */
  private void ended(AccessPlan plan, Condition condition, Execution execution) {
    if (execution.partial().isEmpty()) {
      var now = context.clock().instant();
      context.requests().notices(spec.resource(), condition, plan, now).forEach(execution::warn);
    }
  }

  /**
   * Says for each batch of keys whether the requests are those that would be sent without it.
   *
   * @return what is still certain of the rows that are needed: where one scan serves all batches,
   *     not the keys of this one
   */
  private Condition tellBindJoins(AccessPlan plan, Condition condition, @Nullable Object[] values) {
    var needed = condition;
    for (var value : values) {
      if (value instanceof BindKeys keys) {
        var batch = new Operand.Values(keys);
        boolean isWhole = plan(condition.without(batch)).equals(plan);
        keys.scanned(isWhole);
        needed = isWhole ? needed.mapOperands(each -> open(each, batch)) : needed;
      }
    }
    return needed;
  }

  private static Operand open(Operand operand, Operand unknown) {
    return operand.equals(unknown) ? new Operand.Placeholder("any") : operand;
  }

  /** A row source as Calcite reads it. */
  private static final class Rows implements Enumerator<@Nullable Object> {
    private final RowSource source;
    private final RowFormat format;
    private final Runnable onEnd;

    Rows(RowSource source, RowFormat format, Runnable onEnd) {
      this.source = source;
      this.format = format;
      this.onEnd = onEnd;
    }

    @Override
    public @Nullable Object current() {
      return format.of(source.row());
    }

    @Override
    public boolean moveNext() {
      boolean isThere = source.next();
      if (!isThere) {
        onEnd.run();
      }
      return isThere;
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("A scan is read once; ask for a new enumerator");
    }

    @Override
    public void close() {
      source.close();
    }
  }
}
