using Actors.Grains.Contacts;

namespace Actors.Api.Blacklist;

/// <param name="Id">con_ and 20 hexadecimal digits.</param>
/// <param name="Email">Absent for a domain, and once the contact was erased.</param>
/// <param name="Domain">That is blacklisted as a whole; absent for an address.</param>
/// <param name="Entries">One for each reason.</param>
internal sealed record BlacklistBody(
    string Id, string? Email, string? Domain, IReadOnlyList<BlacklistReasonBody> Entries)
{
    public static BlacklistBody Of(ContactView view) => new(
        view.Hash.ToId(), view.Address?.ToString(), view.Address is null ? view.Domain?.Ascii : null,
        [.. view.Entries.Select(BlacklistReasonBody.Of)]);
}

/// <param name="Reason">hard_bounce, complaint, unsubscribe or manual.</param>
/// <param name="Message">rcp_..., that caused it; absent for none.</param>
/// <param name="ExpiresAt">Of a manual one; absent for never.</param>
/// <param name="Note">Of a manual one; absent for none.</param>
internal sealed record BlacklistReasonBody(
    string Reason, DateTimeOffset Since, string? Message, DateTimeOffset? ExpiresAt, string? Note)
{
    public static BlacklistReasonBody Of(BlacklistEntry entry) => new(
        entry.Reason.ToText(), entry.Since, entry.Message?.ToString(), entry.Until, entry.Note);
}
