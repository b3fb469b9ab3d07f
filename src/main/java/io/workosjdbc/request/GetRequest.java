package io.workosjdbc.request;

import io.workosjdbc.resource.Resource;
import io.workosjdbc.resource.SingleGet;
import java.util.List;
import java.util.Set;

/** Reads the one object whose column equals a value; an answer of 404 means that there is none. */
public record GetRequest(Resource resource, SingleGet endpoint, String value) implements Request {

  @Override
  public String target() {
    return endpoint.path().replace("{}", Encoding.encode(value));
  }

  @Override
  public List<Check> checks() {
    return List.of(Check.oneOf(endpoint.column(), Set.of(value)));
  }
}
