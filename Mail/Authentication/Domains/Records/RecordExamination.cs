using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Dmarc.Records;
using Actors.Mail.Authentication.Lookups;
using Actors.Mail.Authentication.Spf;

namespace Actors.Mail.Authentication.Domains.Records;

/// <summary>Looks at a record that a customer is to publish. What DNS does not answer is
/// <see cref="RecordState.Unknown"/>, never missing or wrong.</summary>
public static class RecordExamination
{
    private const string NoAnswer = "DNS gave no answer";

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async ValueTask<RecordFinding> Look(
        ExpectedRecord expected, IAliasLookup dns, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(dns);
        var (state, text) = expected switch
        {
            ExpectedRecord.Alias alias => await LookAtAlias(alias, dns, cancellation),
            { Purpose: RecordPurpose.Dmarc } => await LookAtDmarc(expected, dns, cancellation),
            _ => await LookAtSpf(expected, dns, cancellation),
        };
        return new RecordFinding(expected.Purpose, state, Shown(text));
    }

    private static async ValueTask<(RecordState, string)> LookAtAlias(
        ExpectedRecord.Alias expected, IAliasLookup dns, CancellationToken cancellation)
    {
        switch (await AliasTrail.Follow(expected.Name, expected.Value, dns, cancellation))
        {
            case TrailEnd.Reached when expected.Key is { } key:
                return await LookAtKey(expected, key, dns, cancellation);
            case TrailEnd.Reached:
                return (RecordState.Found, $"points to {expected.Value}");
            case TrailEnd.Astray astray:
                return (RecordState.Wrong, astray.Text);
            case TrailEnd.NoAlias:
                return await WithoutAlias(expected, dns, cancellation);
            default:
                return (RecordState.Unknown, NoAnswer);
        }
    }

    /// <summary>The alias is as it should be. The key at its end is the platform's affair: until it is there, nothing
    /// is said against the customer.</summary>
    private static async ValueTask<(RecordState, string)> LookAtKey(
        ExpectedRecord.Alias expected, PublicKey key, IAliasLookup dns, CancellationToken cancellation)
    {
        var answer = await dns.Texts(expected.Value, cancellation);
        if (answer.Status == LookupStatus.TemporaryFailure)
            return (RecordState.Unknown, NoAnswer);
        return answer.Records is [var text] && Holds(text, key)
            ? (RecordState.Found, $"points to {expected.Value}")
            : (RecordState.Unknown, $"points to {expected.Value}, where the platform's key is not to be seen yet");
    }

    private static bool Holds(string text, PublicKey key) =>
        KeyRecord.TryParse(text, out var record) && PublicKey.TryRead(record.PublicKeyText, out var found)
        && found.Equals(key);

    /// <summary>Some publish the key itself instead of the alias; it would stop to fit with the next key.</summary>
    private static async ValueTask<(RecordState, string)> WithoutAlias(
        ExpectedRecord.Alias expected, IAliasLookup dns, CancellationToken cancellation)
    {
        var texts = await dns.Texts(expected.Name, cancellation);
        if (texts.Status == LookupStatus.TemporaryFailure)
            return (RecordState.Unknown, NoAnswer);
        if (texts.Status == LookupStatus.Found)
            return (RecordState.Wrong, $"has the TXT record \"{texts.Records[0]}\" instead of an alias");
        var addresses = await dns.Addresses(expected.Name, cancellation);
        return addresses.Status switch
        {
            LookupStatus.TemporaryFailure => (RecordState.Unknown, NoAnswer),
            LookupStatus.Found => (RecordState.Wrong, $"has the address {addresses.Records[0]} instead of an alias"),
            _ => (RecordState.Missing, "has no record"),
        };
    }

    private static async ValueTask<(RecordState, string)> LookAtSpf(
        ExpectedRecord expected, IDnsLookup dns, CancellationToken cancellation)
    {
        var survey = await SpfSurvey.Run(expected.Name, dns, cancellation);
        var include = expected.Value.Split(' ').First(term => term.StartsWith("include:", StringComparison.Ordinal));
        if (survey.Policies == 0)
            return survey.IsIncomplete ? (RecordState.Unknown, NoAnswer) : (RecordState.Missing, "has no SPF record");
        if (survey.Policies > 1)
            return (RecordState.Wrong, $"has {survey.Policies} SPF records, so receivers use none");
        if (survey.Problem is { } problem)
            return (RecordState.Wrong, $"has an unusable SPF record: {problem}");
        if (survey.Included.Contains(include["include:".Length..]))
            return survey.Lookups > SpfLimits.LookupsMax
                ? (RecordState.Wrong, $"has an SPF record that needs more than {SpfLimits.LookupsMax} look-ups")
                : (RecordState.Found, $"has an SPF record with {include}");
        return survey.IsIncomplete
            ? (RecordState.Unknown, NoAnswer)
            : (RecordState.Missing, $"has an SPF record without {include}");
    }

    private static async ValueTask<(RecordState, string)> LookAtDmarc(
        ExpectedRecord expected, IDnsLookup dns, CancellationToken cancellation)
    {
        var answer = await dns.Texts(expected.Name, cancellation);
        if (answer.Status == LookupStatus.TemporaryFailure)
            return (RecordState.Unknown, NoAnswer);
        var records = answer.Records.Where(DmarcRecord.IsOne).ToArray();
        if (records.Length == 0)
            return (RecordState.Missing, "has no DMARC record");
        if (records.Length > 1)
            return (RecordState.Wrong, $"has {records.Length} DMARC records, so receivers use none");
        return DmarcRecord.TryParse(records[0], out var record) && record.Applies
            ? (RecordState.Found, $"has \"{records[0]}\"")
            : (RecordState.Wrong, $"has a DMARC record without a usable policy: \"{records[0]}\"");
    }

    /// <summary>What strangers publish: cut, and without what moves a cursor.</summary>
    private static string Shown(string text)
    {
        var safe = new string([.. text.Take(RecordFinding.TextMax).Select(c => c is < ' ' or > '~' ? '?' : c)]);
        return text.Length > RecordFinding.TextMax ? safe[..^1] + "…" : safe;
    }
}
