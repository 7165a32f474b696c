using System.Collections.Immutable;

namespace Actors.Grains.Credentials;

/// <summary>How scopes are written in requests and answers.</summary>
public static class ScopeNames
{
    private static readonly ImmutableArray<(string Name, Scopes Scope)> Table =
    [
        ("messages.send", Scopes.MessagesSend), ("messages.read", Scopes.MessagesRead),
        ("statistics.read", Scopes.StatisticsRead), ("settings.read", Scopes.SettingsRead),
        ("settings.write", Scopes.SettingsWrite), ("users.manage", Scopes.UsersManage),
        ("billing.manage", Scopes.BillingManage), ("contacts.read", Scopes.ContactsRead),
        ("contacts.write", Scopes.ContactsWrite),
    ];

    public static ImmutableArray<string> All { get; } = [.. Table.Select(row => row.Name)];

    public static ImmutableArray<string> Of(Scopes scopes) =>
        [.. Table.Where(row => scopes.HasFlag(row.Scope)).Select(row => row.Name)];

    /// <returns>False for a name that is no scope.</returns>
    public static bool TryParse(string name, out Scopes scope)
    {
        scope = Table.FirstOrDefault(row => row.Name == name).Scope;
        return scope != Scopes.None;
    }
}
