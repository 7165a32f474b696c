using Actors.Api.ApiKeys;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;

namespace Actors.Api.Tenants;

/// <param name="Senders">Verified domains, and single addresses.</param>
/// <param name="ApiKeys">Without their secrets.</param>
internal sealed record TenantBody(
    string Id,
    string Name,
    IReadOnlyList<string> SmtpAccounts,
    IReadOnlyList<string> Senders,
    IReadOnlyList<ApiKeyBody> ApiKeys,
    DateTimeOffset CreatedAt)
{
    public static TenantBody Of(TenantView view) => new(
        view.Id, view.Name, view.Accounts, [.. view.Senders.Select(NameOf)],
        [.. view.ApiKeys.Select(key => ApiKeyBody.Of(key))], view.CreatedAt);

    public static string NameOf(VerifiedSender sender) => sender.Address?.ToString() ?? sender.Domain.Ascii;
}
