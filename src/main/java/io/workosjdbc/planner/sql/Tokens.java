package io.workosjdbc.planner.sql;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.parser.babel.SimpleCharStream;
import org.apache.calcite.sql.parser.babel.SqlBabelParserImplTokenManager;
import org.apache.calcite.sql.parser.babel.Token;
import org.apache.calcite.sql.parser.babel.TokenMgrError;

/** The tokens of a statement, read to its end and rewritten before the parser sees the first. */
final class Tokens extends SqlBabelParserImplTokenManager {

  private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

  private List<Token> all = List.of();
  private int next;

  Tokens(Reader reader) {
    super(new Characters(reader));
  }

  /** All tokens, rewritten, up to the end of the text; for the parser none of them is used up. */
  List<Token> read() throws RefusedStatement {
    all = List.of();
    next = 0;
    var tokens = lex();
    for (var rewrite : TokenRewrite.ALL) {
      tokens = rewrite.apply(tokens);
    }
    all = List.copyOf(tokens);
    return all;
  }

  private List<Token> lex() throws RefusedStatement {
    var tokens = new ArrayList<Token>();
    try {
      do {
        tokens.add(super.getNextToken());
      } while (!Words.isEnd(tokens.get(tokens.size() - 1)));
    } catch (TokenMgrError e) {
      if (curChar == '`') {
        throw Refusals.quotes("Backticks", position(e));
      }
      throw e;
    }
    return tokens;
  }

  /** The only place where the tokenizer tells where it stopped. */
  private static SqlParserPos position(TokenMgrError error) {
    var matcher = PLACE.matcher(error.getMessage());
    return matcher.find()
        ? new SqlParserPos(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
        : SqlParserPos.ZERO;
  }

  /** After the end comes the end again, as a token of its own because the parser links tokens. */
  @Override
  public Token getNextToken() {
    if (all.isEmpty()) {
      return super.getNextToken();
    }
    var token = all.get(Math.min(next, all.size() - 1));
    return next++ < all.size() ? token : Words.inPlaceOf(token, token.kind, token.image);
  }

  /** A column is a character, tabs included. */
  private static final class Characters extends SimpleCharStream {
    Characters(Reader reader) {
      super(reader, 1, 1);
      setTabSize(1);
    }
  }
}
