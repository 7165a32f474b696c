using Actors.Mail.Replies;

namespace Actors.Mail.Messages.Downgrading;

/// <summary>Why a message cannot be had in a plainer form, as the reply that ends its attempt.</summary>
internal static class DowngradeRefusals
{
    internal static Reply NoHeader { get; } =
        Reply.Of(554, "5.6.0", "The message has no header section that could be converted");

    internal static Reply InternationalAddress { get; } = Reply.Of(
        553, "5.6.7", "The header has an address with a non-ASCII local part, and the server does not offer SMTPUTF8");

    internal static Reply Signed { get; } = Reply.Of(
        554, "5.6.3", "The message is signed with 8-bit content, and the server does not offer 8BITMIME");

    internal static Reply TooDeep { get; } = Reply.Of(
        554, "5.6.3", "The message has too many parts to be converted, and the server does not offer 8BITMIME");

    internal static Reply NotUtf8(string field) =>
        Reply.Of(554, "5.6.9", $"The {field} header is not in UTF-8, and has no ASCII form");

    internal static Reply NoAsciiForm(string field) => Reply.Of(
        554, "5.6.9", $"The {field} header has no ASCII form, and the server does not offer SMTPUTF8");
}
