using System.Diagnostics.CodeAnalysis;
using Actors.Mail.Authentication.Lookups;
using Actors.Mail.Authentication.Spf.Checking;
using Actors.Mail.Authentication.Spf.Macros;

namespace Actors.Mail.Authentication.Spf;

/// <summary>Asks a domain's policy whether a client may send for it (RFC 7208).</summary>
public static class SpfCheck
{
    /// <remarks>
    /// Asks at most about 130 questions, one after the other; who runs it sets the time for the whole through the token
    /// (§4.6.4 recommends 20 seconds at least, and a temporary error then).
    /// </remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async ValueTask<SpfVerdict> Run(SpfRequest request, IDnsLookup dns, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(dns);
        if (Math.Max(request.Helo.Length, request.MailFrom.Length) > SpfLimits.IdentityCharactersMax)
            return new SpfVerdict(SpfResult.None, "", "HELO or MAIL FROM is too long to be a name", null);

        var sender = SpfSender.Of(request);
        var evaluation = new SpfEvaluation(sender, dns, cancellation);
        var outcome = await evaluation.CheckHost(sender.Domain);
        var explanation = outcome is { Result: SpfResult.Fail, Explanation: { } where }
            ? await Explain(where, evaluation.Names, dns, cancellation)
            : null;
        return new SpfVerdict(outcome.Result, sender.Domain, outcome.Reason, explanation);
    }

    /// <summary>§6.2: anything wrong with an explanation means that there is none.</summary>
    private static async ValueTask<string?> Explain(
        (MacroString Name, string Domain) where, TargetNames names, IDnsLookup dns, CancellationToken cancellation)
    {
        var name = await names.Uncounted(where.Name, where.Domain);
        var texts = await dns.Texts(name, cancellation);
        if (texts.Records.Count != 1 || !MacroString.TryParseExplanation(texts.Records[0], out var macros))
            return null;
        var text = await names.Text(macros, where.Domain);
        return IsPrintable(text) ? text[..Math.Min(text.Length, SpfLimits.TermCharactersMax)] : null;
    }

    private static bool IsPrintable([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 } && !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
