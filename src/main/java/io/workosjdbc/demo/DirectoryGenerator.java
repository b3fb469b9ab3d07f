package io.workosjdbc.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the directories: all types and states of the fact sheet, and one made-up state. */
final class DirectoryGenerator {
  private static final List<String> TYPES =
      List.of(
          "okta scim v2.0",
          "azure scim v2.0",
          "gsuite directory",
          "workday",
          "bamboohr",
          "generic scim v2.0",
          "hibob",
          "breathe hr",
          "cezanne hr",
          "cyberark scim v2.0",
          "fourth hr",
          "sailpoint scim v2.0",
          "jump cloud scim v2.0",
          "onelogin scim v2.0",
          "people hr",
          "personio",
          "pingfederate scim v2.0",
          "rippling scim v2.0",
          "s3",
          "sftp",
          "sftp workday");

  private static final List<String> OTHER_STATES =
      List.of("validating", "invalid_credentials", "unlinked", "deleting", "paused");

  private final Dice dice;
  private final Instant now;

  DirectoryGenerator(Dice dice, Instant now) {
    this.dice = dice;
    this.now = now;
  }

  /** One directory for two of three organizations. */
  List<DemoDirectory> generate(List<DemoOrganization> organizations) {
    List<DemoDirectory> directories = new ArrayList<>();
    for (int i = 0; i < organizations.size(); i++) {
      if (i % 3 != 2) {
        directories.add(directory(directories.size(), organizations.get(i)));
      }
    }
    return directories;
  }

  private DemoDirectory directory(int number, DemoOrganization organization) {
    Instant createdAt = dice.between(organization.createdAt(), now);
    return new DemoDirectory(
        dice.id("directory", createdAt),
        organization.id(),
        dice.token(16),
        TYPES.get(number % TYPES.size()),
        number % 3 == 2 ? OTHER_STATES.get(number / 3 % OTHER_STATES.size()) : "linked",
        organization.name() + " directory",
        number % 5 == 4 ? Optional.empty() : organization.domainNames().stream().findFirst(),
        number % 6 == 5 ? Optional.empty() : Optional.of(counts()),
        createdAt,
        dice.between(createdAt, now));
  }

  private DemoDirectory.Counts counts() {
    int active = 5 + dice.below(dice.chance(0.1) ? 1200 : 300);
    return new DemoDirectory.Counts(active, dice.below(1 + active / 8), dice.below(12));
  }
}
