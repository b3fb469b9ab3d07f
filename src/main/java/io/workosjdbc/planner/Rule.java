package io.workosjdbc.planner;

import java.util.function.Consumer;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelRule;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.tools.RelBuilderFactory;

/** A planner rule made of a pattern and what to do where it matches. */
final class Rule extends RelRule<Rule.Definition> {

  private Rule(Definition definition) {
    super(definition);
  }

  static Rule of(String description, OperandTransform pattern, Consumer<RelOptRuleCall> action) {
    return new Definition(description, pattern, RelFactories.LOGICAL_BUILDER, action).toRule();
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    config.action.accept(call);
  }

  /** What Calcite wants of a rule's configuration. */
  record Definition(
      String description,
      OperandTransform operandSupplier,
      RelBuilderFactory relBuilderFactory,
      Consumer<RelOptRuleCall> action)
      implements RelRule.Config {

    @Override
    public Rule toRule() {
      return new Rule(this);
    }

    @Override
    public Definition withRelBuilderFactory(RelBuilderFactory factory) {
      return new Definition(description, operandSupplier, factory, action);
    }

    @Override
    public Definition withDescription(String changed) {
      return new Definition(changed, operandSupplier, relBuilderFactory, action);
    }

    @Override
    public Definition withOperandSupplier(OperandTransform transform) {
      return new Definition(description, transform, relBuilderFactory, action);
    }
  }
}
