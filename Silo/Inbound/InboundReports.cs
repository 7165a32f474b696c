using System.Buffers.Binary;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;
using Actors.Grains.Thresholds;
using Actors.Mail.Addresses;
using Actors.Mail.Reports;
using Actors.Mail.Reports.ReturnPaths;
using Actors.Silo.Delivery;

namespace Actors.Silo.Inbound;

/// <summary>Tells messages what was reported of them; and where retention has erased the message, its
/// recipient.</summary>
/// <remarks>It is stored when a method ends without exception, and repeating it changes nothing.</remarks>
public sealed class InboundReports(
    IGrainFactory grains, IContactReader contacts, TimeProvider time, ILogger<InboundReports> log)
{
    /// <summary>Octets of a contact's hash in a return path.</summary>
    private const int BeginningLength = 6;

    /// <summary>Whether an address is that of the recipient, as far as the return path tells.</summary>
    public static bool IsRecipient(ReturnPathClaim claim, string address) => Recipient(claim, address) is not null;

    /// <summary>A server that took the message could not deliver it.</summary>
    /// <exception cref="StoreUnavailableException">It is not stored.</exception>
    public async Task Failed(ReturnPathClaim claim, ReportedRecipient failure)
    {
        var bounce = LateFailureReply.Of(failure);
        if (await Hear(claim, bounce))
            return;
        await Tell(claim, [failure.OriginalRecipient, failure.Recipient], new ContactCause.LateBounced(bounce.Verdict)
        {
            Message = claim.Message.Message,
            At = time.GetUtcNow(),
        });
    }

    /// <summary>The reader of the message reported it.</summary>
    /// <param name="type">Such as <c>abuse</c>.</param>
    /// <param name="named">Addresses that the report names, for a message that is erased.</param>
    /// <exception cref="StoreUnavailableException">It is not stored.</exception>
    public async Task Complained(ReturnPathClaim claim, string type, IEnumerable<string?> named)
    {
        if (await Hear(claim, new LateReport.Complaint(type)))
            return;
        await Tell(claim, named, new ContactCause.Complained
        {
            Message = claim.Message.Message,
            At = time.GetUtcNow(),
        });
    }

    private Task<bool> Hear(ReturnPathClaim claim, LateReport report) =>
        grains.GetGrain<IMessageGrain>(claim.Message.ToString()).Hear(report);

    private async Task Tell(ReturnPathClaim claim, IEnumerable<string?> named, ContactCause cause)
    {
        var address = named.Select(text => Recipient(claim, text)).FirstOrDefault(found => found is not null);
        if ((address is null ? await Find(claim) : ContactHash.Of(address)) is not { } hash)
        {
            log.LogInformation("{Message} is erased, and nothing is known of its recipient", claim.Message);
            return;
        }
        var account = await AccountOf(claim);
        await grains.Contact(new ContactKey(claim.Message.Tenant, hash)).Apply(cause with
        {
            Address = address,
            CountsFor = account,
            CountsIn = await StreamOf(claim.Message.Tenant, account),
        });
        await grains.GetGrain<IThresholdGrain>(claim.Message.Tenant.Value).Look();
    }

    /// <returns>Null where the return path does not say, or where two accounts of the tenant have the same
    /// octet.</returns>
    private async Task<AccountId?> AccountOf(ReturnPathClaim claim)
    {
        if (claim.Account is not { } octet
            || await grains.GetGrain<ITenantGrain>(claim.Message.Tenant.Value).Get() is not { } tenant)
            return null;
        var fitting = tenant.Accounts.Where(account => ReturnPathToken.OctetOf(account) == octet).ToList();
        return fitting is [var only] ? AccountId.Parse(only) : null;
    }

    private async Task<MailStream> StreamOf(TenantId tenant, AccountId? account) => account is { } id
        && await grains.GetGrain<ISmtpAccountGrain>(new AccountKey(tenant, id).ToString()).Get() is { } view
            ? view.Stream
            : default;

    private async Task<ContactHash?> Find(ReturnPathClaim claim)
    {
        if (claim.Contact is not { } beginning)
            return null;
        var octets = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(octets, beginning);
        return await contacts.Find(claim.Message.Tenant, octets.AsMemory(sizeof(long) - BeginningLength));
    }

    private static EmailAddress? Recipient(ReturnPathClaim claim, string? address) =>
        EmailAddress.TryParse(address, out var parsed) && ReturnPaths.ContactOf(parsed) == claim.Contact
            ? parsed
            : null;
}
