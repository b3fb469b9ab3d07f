package io.workosjdbc.demo;

import com.google.common.base.Splitter;
import java.util.List;

/**
 * The demo's companies: a name and up to three domains, odd letters, quotes and LIKE wildcards
 * included.
 */
final class CompanyNames {

  /** A company that signs in somewhere. */
  record Company(String name, List<String> domains) {}

  /** Name, bar, domains. No domain twice, one name twice. */
  private static final String TEXT =
      """
      Acme Corp | acme.example acme-labs.example
      Northwind Freight | northwind.example
      Globex Energy | globex.example globex.test globex-solar.example
      Initech Systems | initech.example
      Umbra Analytics | umbra.example
      Hooli Search | hooli.example hooli.test
      Vandelay Imports | vandelay.example
      Stark Harbour Shipping | starkharbour.example
      Wayfarer Travel | wayfarer.example wayfarer-travel.example
      Wonka Confectionery | wonka.example
      Cyberdyne Robotics | cyberdyne.example
      Tyrell Optics | tyrell.example
      Soylent Foods | soylent.example soylent.test
      Bluth Homes | bluth.example
      Duff Beverages | duff.example
      Gringotts Clearing | gringotts.example
      Pied Piper Compression | piedpiper.example piedpiper.test
      Massive Dynamic Research | massivedynamic.example
      Oceanic Airlines | oceanic.example
      Prestige Worldwide | prestige.example
      O'Brien & Sons "The Movers" Ltd | obrien-movers.example
      Zażółć Gęślą S.A. | zazolc.example
      Ærø Bådværft ApS | aero-bad.example
      株式会社サンプル商事 | sample-shoji.example
      שלום תוכנה | shalom.example
      🚀 Liftoff Labs | liftoff.example liftoff.test
      100%_Natural Foods | natural.example
      Back\\slash \\ Forward/slash GmbH | slashes.example
      München Präzision GmbH & Co. KG | muenchen-praezision.example
      Café Noël Rôtisserie | cafe-noel.example
      Łódź Textiles | lodz-textiles.example
      Ионика Электроникс | ionika.example
      İstanbul Lojistik A.Ş. | istanbul-lojistik.example
      Straße & Söhne | strasse.example
      acme holdings | acme-holdings.example
      Northwind Freight | northwind-freight.example
      Meridian Clinic Group | meridian.example meridian.test meridian-care.example
      Sole Trader without a Domain |
      Kestrel Insurance | kestrel.example
      Tamarack Public Schools | tamarack.example
      """;

  private static final Splitter BAR = Splitter.on('|').trimResults();
  private static final Splitter SPACE = Splitter.on(' ').omitEmptyStrings();

  private CompanyNames() {}

  static List<Company> all() {
    return TEXT.lines().map(CompanyNames::company).toList();
  }

  private static Company company(String line) {
    List<String> parts = BAR.splitToList(line);
    return new Company(parts.get(0), SPACE.splitToList(parts.get(1)));
  }
}
