using System.Text;

namespace Actors.Smtp.Server;

/// <summary>The parameters of RCPT: NOTIFY and ORCPT (RFC 3461 §4.1, §4.2), where DSN is offered. Checked, not
/// kept.</summary>
internal static class RecipientParameters
{
    /// <summary>The reply to parameters that are unknown, wrong or given twice; empty when all is well.</summary>
    /// <param name="text">Parameters separated by spaces.</param>
    /// <param name="offersDsn">False: there are none.</param>
    public static ReadOnlySpan<byte> Refusal(ReadOnlySpan<byte> text, bool offersDsn)
    {
        var (hasNotify, hasOriginal) = (false, false);
        while (!text.IsEmpty)
        {
            var space = text.IndexOf((byte)' ');
            var parameter = space < 0 ? text : text[..space];
            text = space < 0 ? default : text[space..].TrimStart((byte)' ');
            var isNotify = offersDsn && Begins(parameter, "NOTIFY="u8);
            if (!isNotify && !(offersDsn && Begins(parameter, "ORCPT="u8)))
                return Answers.UnknownParameter;
            if (isNotify ? hasNotify || !IsNotify(parameter["NOTIFY=".Length..]) :
                hasOriginal || !IsOriginal(parameter["ORCPT=".Length..]))
                return Answers.ParameterValue;
            hasNotify |= isNotify;
            hasOriginal |= !isNotify;
        }
        return default;
    }

    /// <summary>NEVER alone, or a list of the others.</summary>
    private static bool IsNotify(ReadOnlySpan<byte> value)
    {
        if (Ascii.EqualsIgnoreCase(value, "NEVER"u8))
            return true;
        foreach (var range in value.Split((byte)','))
            if (!Ascii.EqualsIgnoreCase(value[range], "SUCCESS"u8) && !Ascii.EqualsIgnoreCase(value[range], "FAILURE"u8)
                && !Ascii.EqualsIgnoreCase(value[range], "DELAY"u8))
                return false;
        return true;
    }

    /// <summary>address-type ";" xtext.</summary>
    private static bool IsOriginal(ReadOnlySpan<byte> value) =>
        value.IndexOf((byte)';') is > 0 and var at && at < value.Length - 1
        && !value.ContainsAnyExceptInRange((byte)'!', (byte)'~');

    private static bool Begins(ReadOnlySpan<byte> parameter, ReadOnlySpan<byte> keyword) =>
        parameter.Length >= keyword.Length && Ascii.EqualsIgnoreCase(parameter[..keyword.Length], keyword);
}
