import java.sql.DriverManager;

/** What a user writes first; run with nothing but the driver's jar beside it on the class path. */
public class Query {
  public static void main(String[] args) throws Exception {
    try (var connection = DriverManager.getConnection(args[0]);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(args[1])) {
      while (rows.next()) {
        System.out.println(rows.getString(1));
      }
    }
  }
}
