using System.Collections.Frozen;
using Actors.Mail.Replies.Rules;

namespace Actors.Mail.Replies;

/// <summary>Gives each failure its category, in time linear in the text.</summary>
public static class BounceClassifier
{
    private const int PolicyStatus = 7; // RFC 3463 §3.8: it may be the sender's domain that is not found

    private static readonly CompiledRules Compiled = new(BounceRules.All);

    private static readonly FrozenSet<string> Unexplained =
        BounceRules.All.Where(rule => rule.IsUnexplained).Select(rule => rule.Id).ToFrozenSet();

    private static readonly FrozenSet<string> Weak =
        BounceRules.All.Where(rule => rule.IsWeak).Select(rule => rule.Id).ToFrozenSet();

    /// <summary>Every rule there is for texts, in the order in which they are tried.</summary>
    public static IReadOnlyList<BounceRuleNote> Rules { get; } =
        [.. BounceRules.All.Select(rule => new BounceRuleNote(rule.Id, rule.Category, rule.Scope, rule.Source))];

    /// <param name="reply">A transient or permanent failure.</param>
    /// <param name="stage">The command it answered, where that is known.</param>
    /// <exception cref="ArgumentException">The reply is no failure.</exception>
    public static Bounce Classify(
        Reply reply, BounceChannel channel = BounceChannel.Session, ReplyStage stage = ReplyStage.Unknown) =>
        reply is { Fault: { } fault } ? Classify(fault) : Classify(Diagnostic.Of(reply, stage), channel);

    /// <summary>Classifies text of any kind: a reply, the diagnostic of a report, a line of a log.</summary>
    public static Bounce Classify(string text, BounceChannel channel = BounceChannel.Session) =>
        Classify(Diagnostic.Read(text), channel);

    /// <param name="failure">With a code of 400 or more, or none.</param>
    public static Bounce Classify(Diagnostic failure, BounceChannel channel) => Classify(failure, channel, out _);

    /// <summary>Classifies a delivery that got no reply.</summary>
    public static Bounce Classify(ConnectionFault fault) => fault switch
    {
        ConnectionFault.NoSuchDomain => Gone("fault.no-such-domain"),
        ConnectionFault.NullMx => Gone("fault.null-mx"),
        ConnectionFault.NoMailServer => Gone("fault.no-mail-server"),
        ConnectionFault.NameServerFailed => Again(BounceCategory.DnsFailure, BounceScope.Domain, "fault.name-server"),
        ConnectionFault.Unreachable => Again(BounceCategory.DnsFailure, BounceScope.System, "fault.unreachable"),
        ConnectionFault.Refused => Again(BounceCategory.DnsFailure, BounceScope.System, "fault.refused"),
        ConnectionFault.TimedOut => Again(BounceCategory.Timeout, BounceScope.System, "fault.timed-out"),
        ConnectionFault.TlsFailed => Again(BounceCategory.GenericBounce, BounceScope.System, "fault.tls"),
        ConnectionFault.ConnectionLost => Again(BounceCategory.Timeout, BounceScope.System, "fault.connection-lost"),
        ConnectionFault.LoginFailed => Again(BounceCategory.MailBlock, BounceScope.System, "fault.login"),
        ConnectionFault.ProtocolBroken => Again(BounceCategory.Undetermined, BounceScope.System, "fault.protocol"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault."),
    };

    /// <param name="failure">With a code of 400 or more, or none.</param>
    /// <param name="steps">What it took, in characters looked at and rules tried: at most in line with the
    /// text's length.</param>
    public static Bounce Classify(Diagnostic failure, BounceChannel channel, out int steps)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var (rule, stage, isDoubted) = Compiled.Decide(failure, out steps);
        var isHard = rule.Hardness == BounceHardness.Hard && failure.IsPermanent != false && !isDoubted
            && ((rule.IsProof && failure.Status is not { Subject: PolicyStatus }) || NamesTheRecipient(failure, stage));
        var isOutOfBand = channel == BounceChannel.Dsn && rule.Category == BounceCategory.Undetermined;
        return new Bounce(
            isOutOfBand ? BounceCategory.OutOfBand : rule.Category,
            channel,
            failure.IsPermanent ?? isHard ? BouncePermanence.Permanent : BouncePermanence.Transient,
            isHard ? BounceHardness.Hard : BounceHardness.Soft,
            rule.Scope,
            rule.Id);
    }

    /// <summary>Whether no words decided: what is around the text may say it better.</summary>
    internal static bool IsUnexplained(Bounce bounce) => Unexplained.Contains(bounce.Rule);

    /// <summary>Whether words decided that say little: what is around the text may say it better.</summary>
    internal static bool IsWeak(Bounce bounce) => Weak.Contains(bounce.Rule);

    /// <summary>Whether the words say that the address is unknown, and the status that its mailbox exists.</summary>
    internal static bool IsOfTwoMinds(Bounce bounce) => bounce.Rule == RecipientRules.NotAccepting;

    /// <summary>Whether something besides the words says that the recipient's address was refused.</summary>
    private static bool NamesTheRecipient(Diagnostic failure, ReplyStage stage) =>
        stage == ReplyStage.Recipient || failure.Status is { Subject: 1, Detail: not (0 or 4 or 5 or 7 or 8 or 9) };

    private static Bounce Gone(string rule) => new(
        BounceCategory.DnsFailure,
        BounceChannel.Session,
        BouncePermanence.Permanent,
        BounceHardness.Hard,
        BounceScope.Domain,
        rule);

    private static Bounce Again(BounceCategory category, BounceScope scope, string rule) => new(
        category, BounceChannel.Session, BouncePermanence.Transient, BounceHardness.Soft, scope, rule);
}
