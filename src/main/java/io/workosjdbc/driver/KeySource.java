package io.workosjdbc.driver;

import static io.workosjdbc.driver.ConnectionProperty.API_KEY;
import static io.workosjdbc.driver.ConnectionProperty.API_KEY_FILE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Where an API key comes from. It is read again when the service refuses the key. */
sealed interface KeySource {

  /**
   * The environment variable that holds a command which prints the key. It is no property: URLs and
   * Properties come from files that others may write and from programs that read anything, and must
   * never be able to start a program.
   */
  String COMMAND_VARIABLE = "WORKOS_API_KEY_COMMAND";

  /** A key given to this connection, else its key file, else the variable, else the command. */
  static KeySource of(PropertyValues values) throws SQLException {
    var file = values.find(API_KEY_FILE, Path.class);
    if (file.isPresent() && !values.isGiven(API_KEY)) {
      return new OfFile(file.get());
    }
    var key = values.find(API_KEY, Secret.class);
    if (key.isPresent()) {
      return new Given(key.get());
    }
    return values
        .variable(COMMAND_VARIABLE)
        .filter(command -> !command.isBlank())
        .<KeySource>map(OfCommand::new)
        .orElseThrow(
            () ->
                SqlState.KEY_REFUSED.error(
                    "No API key: give property apiKey (or the JDBC password, or apiKeyFile), set the"
                        + " environment variable WORKOS_API_KEY, or try the demonstration data with"
                        + " demo=true"));
  }

  /** The key as it is now, checked; a failure is of SQLState 28000 and shows no part of it. */
  default Secret key() throws SQLException {
    var found = read();
    if (!found.value().startsWith("sk_")
        || !found.value().chars().allMatch(c -> c > ' ' && c < 127)) {
      throw SqlState.KEY_REFUSED.error(
          "The API key is not a secret key: those start with sk_ and have no spaces; see API Keys in"
              + " the WorkOS dashboard");
    }
    return found;
  }

  /** What there is to read. */
  Secret read() throws SQLException;

  /** A key that somebody gave, and that is what it is. */
  record Given(Secret read) implements KeySource {}

  /** A file that nobody but its owner may read. */
  record OfFile(Path file) implements KeySource {
    @Override
    public Secret read() throws SQLException {
      try {
        if (PrivateFile.isOpenToOthers(file)) {
          throw SqlState.KEY_REFUSED.error(
              "Property apiKeyFile: others may read the file "
                  + file
                  + "; take that right away (chmod 600)");
        }
        return new Secret(Files.readString(file).trim());
      } catch (IOException e) {
        throw SqlState.KEY_REFUSED.error(
            "Property apiKeyFile: the file " + file + " cannot be read", e);
      }
    }
  }

  /** What a command of the user's own shell prints, such as a password manager. */
  record OfCommand(String command) implements KeySource {
    @Override
    public Secret read() throws SQLException {
      return KeyCommand.run(command);
    }

    @Override
    public String toString() {
      return "OfCommand[***]";
    }
  }
}
