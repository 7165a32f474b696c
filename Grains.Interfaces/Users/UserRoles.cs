using System.Collections.Immutable;
using Actors.Grains.Credentials;

namespace Actors.Grains.Users;

/// <summary>What roles may, and how they are written.</summary>
public static class UserRoles
{
    private static readonly ImmutableArray<(string Name, UserRole Role)> OfTenants =
        [("admin", UserRole.Admin), ("sender", UserRole.Sender), ("analyst", UserRole.Analyst)];

    private static readonly ImmutableArray<(string Name, UserRole Role)> OfOperator =
        [("admin", UserRole.OperatorAdmin), ("support", UserRole.OperatorSupport)];

    public static string Name(this UserRole role) =>
        OfTenants.Concat(OfOperator).First(row => row.Role == role).Name;

    /// <summary>Those of the operator's users have none: other endpoints are theirs.</summary>
    public static Scopes Scopes(this UserRole role) => role switch
    {
        UserRole.Admin => Credentials.Scopes.All,
        UserRole.Sender => Credentials.Scopes.MessagesSend | Credentials.Scopes.MessagesRead
            | Credentials.Scopes.StatisticsRead | Credentials.Scopes.SettingsRead
            | Credentials.Scopes.ContactsRead | Credentials.Scopes.ContactsWrite,
        UserRole.Analyst => Credentials.Scopes.StatisticsRead,
        _ => Credentials.Scopes.None,
    };

    /// <summary>Whether it may change who else is a user: one of them always has to be left.</summary>
    public static bool IsAdmin(this UserRole role) => role is UserRole.Admin or UserRole.OperatorAdmin;

    /// <param name="ofOperator">Whose roles are meant: both have an admin.</param>
    public static bool TryParse(string name, bool ofOperator, out UserRole role)
    {
        var found = (ofOperator ? OfOperator : OfTenants).FirstOrDefault(row => row.Name == name);
        role = found.Role;
        return found.Name is not null;
    }
}
