using System.Collections.Immutable;
using System.Net;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;

namespace Actors.Api.ApiKeys;

/// <summary>Reads what a key is to open.</summary>
internal static class GrantReader
{
    private const int ListMax = 50;
    private const int TextLengthMax = 64;

    /// <summary>What a key for some accounts cannot have: those are the whole tenant's.</summary>
    private const Scopes OfTheWholeTenant = Scopes.SettingsWrite | Scopes.UsersManage | Scopes.BillingManage;

    public static ApiKeyGrant Read(Fields fields, DateTimeOffset now)
    {
        var accounts = List<AccountId>(
            fields, "smtp_accounts", AccountId.TryParse, "An SMTP account's id begins with acc_.");
        var networks = List<string>(fields, "networks", TryNetwork, "This is no network such as 192.0.2.0/24.");
        var expires = fields.TimeOrNull("expires_at");
        if (expires <= now)
            fields.Error<string>("expires_at", "in_the_past", "The time lies in the past.");
        return new ApiKeyGrant(ReadScopes(fields, accounts.IsEmpty), accounts, networks, expires);
    }

    private static Scopes ReadScopes(Fields fields, bool forAll)
    {
        var named = List<Scopes>(
            fields, "scopes", ScopeNames.TryParse, $"The scopes are {string.Join(", ", ScopeNames.All)}.");
        if (named.IsEmpty)
            return forAll ? Scopes.All : Scopes.All & ~OfTheWholeTenant;
        var scopes = named.Aggregate((one, other) => one | other);
        if (!forAll && (scopes & OfTheWholeTenant) is not Scopes.None and var tooMuch)
            fields.Error<string>(
                "scopes", "not_for_some_accounts",
                $"A key for some SMTP accounts cannot have {string.Join(", ", ScopeNames.Of(tooMuch))}.");
        return scopes;
    }

    private static ImmutableArray<T> List<T>(Fields fields, string name, TryParse<T> parse, string detail)
    {
        var list = ImmutableArray.CreateBuilder<T>();
        var texts = fields.TextsOrEmpty(name, TextLengthMax);
        if (fields.HasEmptyList(name))
            fields.Error<string>(name, "empty", "The list is empty: name one, or leave the field out for all.");
        if (texts.Length > ListMax)
            fields.Error<string>(name, "too_many", $"There may be {ListMax} of them.");
        foreach (var text in texts.Take(ListMax))
        {
            if (parse(text, out var value))
                list.Add(value);
            else
                fields.Error<string>(name, "unknown_value", detail);
        }

        return list.ToImmutable();
    }

    private static bool TryNetwork(string text, out string network)
    {
        network = text;
        return IPNetwork.TryParse(text, out _);
    }
}
