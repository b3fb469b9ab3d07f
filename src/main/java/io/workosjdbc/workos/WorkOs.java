package io.workosjdbc.workos;

import io.workosjdbc.resource.Source;
import java.util.List;

/** The index of the WorkOS tables. */
public final class WorkOs {

  public static final Source SOURCE =
      new Source(
          "workos",
          List.of(
              OrganizationTable.ORGANIZATION,
              OrganizationDomainTable.ORGANIZATION_DOMAIN,
              ConnectionTable.CONNECTION,
              DirectoryTable.DIRECTORY,
              DirectoryPeopleTables.DIRECTORY_USER,
              DirectoryPeopleTables.DIRECTORY_GROUP,
              DirectoryPeopleTables.DIRECTORY_GROUP_MEMBERSHIP,
              AuthEventTable.AUTH_EVENT,
              EventTable.EVENT,
              UserTable.USER,
              OrganizationMembershipTable.ORGANIZATION_MEMBERSHIP,
              InvitationTable.INVITATION,
              SessionTable.SESSION,
              UserCredentialTables.USER_IDENTITY,
              UserCredentialTables.AUTH_FACTOR,
              GroupTables.GROUP,
              GroupTables.GROUP_MEMBERSHIP,
              GroupTables.MEMBERSHIP_GROUP,
              RoleTables.ROLE,
              RoleTables.ORGANIZATION_ROLE,
              PermissionTables.PERMISSION,
              PermissionTables.MEMBERSHIP_RESOURCE_PERMISSION,
              AuthorizationResourceTables.AUTHORIZATION_RESOURCE,
              AuthorizationResourceTables.MEMBERSHIP_RESOURCE,
              AuthorizationResourceTables.RESOURCE_MEMBERSHIP,
              RoleAssignmentTables.GROUP_ROLE_ASSIGNMENT,
              RoleAssignmentTables.MEMBERSHIP_ROLE_ASSIGNMENT,
              RoleAssignmentTables.RESOURCE_ROLE_ASSIGNMENT,
              FeatureFlagTables.FEATURE_FLAG,
              FeatureFlagTables.ORGANIZATION_FEATURE_FLAG,
              FeatureFlagTables.USER_FEATURE_FLAG,
              AuditLogActionTables.AUDIT_LOG_ACTION,
              AuditLogActionTables.AUDIT_LOG_SCHEMA,
              AuditLogTables.AUDIT_LOG_CONFIGURATION,
              AuditLogTables.AUDIT_LOGS_RETENTION,
              AuditLogTables.AUDIT_LOG_EXPORT,
              AuditLogEventTable.AUDIT_LOG_EVENT,
              ApiKeyTables.ORGANIZATION_API_KEY,
              ApiKeyTables.USER_API_KEY,
              ConnectApplicationTables.CONNECT_APPLICATION,
              ConnectApplicationTables.CONNECT_CLIENT_SECRET,
              AuthorizedApplicationTables.ORGANIZATION_AUTHORIZED_APPLICATION,
              AuthorizedApplicationTables.USER_AUTHORIZED_APPLICATION,
              DataIntegrationTables.DATA_INTEGRATION,
              DataIntegrationTables.DATA_INTEGRATION_CONFIGURATION,
              DataIntegrationTables.USER_DATA_PROVIDER,
              DataIntegrationTables.CONNECTED_ACCOUNT,
              VaultTables.VAULT_OBJECT,
              VaultTables.VAULT_OBJECT_VERSION,
              SettingTables.REDIRECT_URI,
              SettingTables.CORS_ORIGIN,
              SettingTables.WEBHOOK_ENDPOINT,
              SettingTables.JWT_TEMPLATE,
              AgentRegistrationTable.AGENT_REGISTRATION,
              ChallengeTables.EMAIL_VERIFICATION,
              ChallengeTables.MAGIC_AUTH,
              ChallengeTables.PASSWORD_RESET,
              ChallengeTables.RADAR_CHALLENGE),
          Insight.VIEWS);

  private WorkOs() {}
}
