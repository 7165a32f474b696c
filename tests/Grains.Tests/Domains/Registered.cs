using System.Collections.Immutable;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Tests.Domains;

/// <summary>A domain of the shop's, and what is seen of it.</summary>
internal static class Registered
{
    public static readonly DateTimeOffset Start = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly DomainOptions Options = new()
    {
        Zone = DomainName.Parse("mail.example.net"),
        HostName = DomainName.Parse("mx.example.net"),
        SpfTerms = "ip4:192.0.2.1",
        WhiteLabel = DomainName.Parse("neutral.example"),
    };

    public static readonly DomainKey Key = DomainKey.Parse("shop/example.com");

    public static readonly ImmutableArray<NewKey> BothKeys =
        [new NewKey(0, "cHVibGlj", "sealed-1"), new NewKey(1, "cHVibGlj", "sealed-2")];

    /// <summary>With its keys, before anything was looked at.</summary>
    public static DomainState New(DateTimeOffset? at = null) =>
        DomainRules.Registered(new DomainDraft(), "abcdefgh2345", at ?? Start) with
        {
            Keys = BothKeys,
            Notify = EmailAddress.Parse("ann@example.org"),
        };

    public static DomainState Verified(DateTimeOffset? at = null) => Look(New(at), RecordState.Found, at ?? Start);

    /// <summary>One look at it, from order to report.</summary>
    public static DomainState Look(DomainState state, RecordState dkim, DateTimeOffset at)
    {
        var ordered = DomainRules.Ordered(state, at);
        return DomainRules.Reported(ordered, Report(ordered.Ticket, dkim), at, 0.5);
    }

    /// <summary>Looks whenever it is due, until that time.</summary>
    public static DomainState LookUntil(DomainState state, RecordState dkim, DateTimeOffset until)
    {
        while (state.NextLookAt is { } next && next <= until)
            state = Look(state, dkim, next);
        return state;
    }

    public static DomainReport Report(long ticket, RecordState dkim, RecordState path = RecordState.Found) => new(
        ticket, [], Published: true,
        [
            new(RecordPurpose.DkimFirst, dkim, $"{dkim}"),
            new(RecordPurpose.DkimSecond, dkim, $"{dkim}"),
            new(RecordPurpose.ReturnPath, path, $"{path}"),
        ]);
}
