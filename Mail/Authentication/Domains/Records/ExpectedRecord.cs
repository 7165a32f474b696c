using Actors.Mail.Authentication.Dkim.Keys;

namespace Actors.Mail.Authentication.Domains.Records;

/// <summary>A record that a customer is to publish.</summary>
/// <param name="Name">A-labels without final dot.</param>
/// <param name="Value">The target of an alias without final dot, or the text.</param>
public abstract record ExpectedRecord(RecordPurpose Purpose, string Name, string Value)
{
    public abstract string Type { get; }

    /// <summary>CNAME.</summary>
    /// <param name="Key">What has to be found at its end; null where that does not matter.</param>
    public sealed record Alias(RecordPurpose Purpose, string Name, string Value, PublicKey? Key = null)
        : ExpectedRecord(Purpose, Name, Value)
    {
        public override string Type => "CNAME";
    }

    /// <summary>TXT that begins a policy of the domain: its own text may say more.</summary>
    public sealed record Policy(RecordPurpose Purpose, string Name, string Value)
        : ExpectedRecord(Purpose, Name, Value)
    {
        public override string Type => "TXT";
    }
}
