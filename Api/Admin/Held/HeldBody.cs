using Actors.Grains.Messages;
using Actors.Grains.Queries;

namespace Actors.Api.Admin.Held;

/// <summary>A message that waits for a decision.</summary>
/// <param name="Id">rcp_...</param>
/// <param name="Reason">live_delivery_off, account_paused, uncertain, domain_held, account_off,
/// account_unchecked or account_blocked.</param>
/// <param name="ExpiresAt">When it is given up if nobody decides.</param>
internal sealed record HeldBody(
    string Tenant, string Id, string SmtpAccount, string Email, string Reason, DateTimeOffset ExpiresAt)
{
    public static HeldBody Of(HeldMessage held) => new(
        held.Message.Tenant.Value, held.Message.Message.ToString(), held.Account.Value, held.Recipient.ToString(),
        held.Reason.ToText(), held.Deadline);
}
