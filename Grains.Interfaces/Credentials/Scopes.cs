namespace Actors.Grains.Credentials;

/// <summary>What a caller may do within its tenant. Each of the tenant's operations asks for exactly one.</summary>
[Flags]
public enum Scopes
{
    None = 0,

    /// <summary>Send messages, and decide about those under way.</summary>
    MessagesSend = 1,

    /// <summary>See messages, their events and what the sandbox received.</summary>
    MessagesRead = 2,

    StatisticsRead = 4,
    SettingsRead = 8,
    SettingsWrite = 16,

    /// <summary>Invite and remove users, make and revoke API keys.</summary>
    UsersManage = 32,

    BillingManage = 64,

    /// <summary>See contacts and the blacklist.</summary>
    ContactsRead = 128,

    /// <summary>Change them.</summary>
    ContactsWrite = 256,

    All = MessagesSend | MessagesRead | StatisticsRead | SettingsRead | SettingsWrite | UsersManage | BillingManage
        | ContactsRead | ContactsWrite,
}
