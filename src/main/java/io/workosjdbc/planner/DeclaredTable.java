package io.workosjdbc.planner;

import io.workosjdbc.resource.Resource;

/** A table whose columns, remarks and keys are declared. */
interface DeclaredTable {

  Resource resource();
}
