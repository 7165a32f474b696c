namespace Actors.Mail.Replies;

/// <summary>Gives each failure its category, in time linear in the text.</summary>
public static class BounceClassifier
{
    /// <param name="reply">A transient or permanent failure.</param>
    /// <exception cref="ArgumentException">The reply is no failure.</exception>
    public static Bounce Classify(Reply reply, BounceChannel channel = BounceChannel.Session)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.IsPositive)
            throw new ArgumentException("Not a failure.", nameof(reply));
        foreach (var rule in BounceRules.All)
        {
            if (!rule.Matches(reply))
                continue;
            var hardness = reply.IsPermanent ? rule.Hardness : BounceHardness.Soft;
            var permanence = reply.IsPermanent ? BouncePermanence.Permanent : BouncePermanence.Transient;
            return new Bounce(rule.Category, channel, permanence, hardness, rule.Scope, rule.Id);
        }

        throw new InvalidOperationException("The last rule matches everything.");
    }

    /// <summary>Classifies text of any kind: a reply, the diagnostic of a report, a line of a log.</summary>
    public static Bounce Classify(string text) =>
        Classify(Reply.TryParse(text, out var reply) && !reply.IsPositive ? reply : Reply.Of(450, text));

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
        ConnectionFault.TlsFailed => Again(BounceCategory.MailBlock, BounceScope.Policy, "fault.tls"),
        ConnectionFault.ProtocolBroken => Again(BounceCategory.Undetermined, BounceScope.System, "fault.protocol"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Not a fault."),
    };

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
