package io.workosjdbc.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the endpoint of a path; any other path is a 404. */
final class Router implements Endpoint {
  private static final EntityList<DemoOrganization> ORGANIZATIONS =
      new EntityList<>(
          DemoData::organizations, Set.of("search"), Set.of("domains"), Filters::organizations);
  private static final EntityList<DemoConnection> CONNECTIONS =
      new EntityList<>(
          DemoData::connections,
          Set.of("connection_type", "domain", "organization_id", "search"),
          Set.of(),
          Filters::connections);
  private static final EntityList<DemoDirectory> DIRECTORIES =
      new EntityList<>(
          DemoData::directories,
          Set.of("organization_id", "search", "domain"),
          Set.of(),
          Filters::directories);
  private static final EventList EVENTS = new EventList();

  @Override
  public Reply answer(Request request, Environment environment) {
    return endpoint(request).answer(request, environment);
  }

  private static Endpoint endpoint(Request request) {
    List<String> path = request.segments();
    if (!request.method().equals("GET")) {
      return Router::notFound;
    }
    var collection = Catalogue.find(path);
    if (collection.isPresent()) {
      return collection.get();
    }
    return switch (path.size()) {
      case 1 -> list(path.get(0));
      case 2 -> byId(path.get(0), path.get(1));
      case 3 ->
          path.get(0).equals("organizations") && path.get(1).equals("external_id")
              ? byExternalId(path.get(2))
              : Router::notFound;
      default -> Router::notFound;
    };
  }

  private static Endpoint list(String name) {
    return switch (name) {
      case "organizations" -> ORGANIZATIONS;
      case "connections" -> CONNECTIONS;
      case "directories" -> DIRECTORIES;
      case "events" -> EVENTS;
      default -> Router::notFound;
    };
  }

  private static Endpoint byId(String list, String id) {
    return switch (list) {
      case "organizations" -> byId(ORGANIZATIONS, "Organization", id);
      case "connections" -> byId(CONNECTIONS, "Connection", id);
      case "directories" -> byId(DIRECTORIES, "Directory", id);
      default -> Router::notFound;
    };
  }

  private static <T extends DemoObject> Endpoint byId(EntityList<T> list, String noun, String id) {
    String notFound = noun + " not found: '" + id + "'.";
    return (request, environment) ->
        list.single(request, environment, object -> object.id().equals(id), notFound);
  }

  private static Endpoint byExternalId(String externalId) {
    String notFound = "Organization not found: '" + externalId + "'.";
    return (request, environment) ->
        ORGANIZATIONS.single(
            request,
            environment,
            organization -> organization.externalId().equals(Optional.of(externalId)),
            notFound);
  }

  private static Reply notFound(Request request, Environment environment) {
    throw Refusal.of(404, "Not Found");
  }
}
