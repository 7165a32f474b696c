using System.Collections.Immutable;
using System.Text;

namespace Actors.Mail.Authentication.Dkim.Signing;

/// <summary>Which header fields a signature covers, and in which order h= names them (RFC 6376 §5.4).</summary>
/// <remarks>
/// Every field of such a name is signed. From and the others that a reader looks at are named once more than they are
/// there, so that adding another one breaks the signature too (RFC 6376 §8.15). List fields are not: mailing lists may
/// add them. Left out is what servers on the way write: Received, Return-Path, and trace of that kind.
/// </remarks>
internal static class SignedFields
{
    internal static ImmutableArray<SignedField> All { get; } =
    [
        Sealed("from"), Sealed("to"), Sealed("cc"), Sealed("subject"), Sealed("date"), Sealed("message-id"),
        Sealed("reply-to"), Open("sender"), Open("in-reply-to"), Open("references"), Open("mime-version"),
        Open("content-type"), Open("content-transfer-encoding"), Open("list-id"), Open("list-unsubscribe"),
        Open("list-unsubscribe-post"), Open("list-help"), Open("list-subscribe"), Open("list-post"), Open("list-owner"),
        Open("list-archive"), Open("feedback-id"), Open("cfbl-address"), Open("cfbl-feedback-id"),
        Open("auto-submitted"), Open("precedence"),
    ];

    private static SignedField Sealed(string name) => new(Encoding.ASCII.GetBytes(name), IsSealed: true);

    private static SignedField Open(string name) => new(Encoding.ASCII.GetBytes(name), IsSealed: false);
}

/// <param name="Name">Lower case.</param>
/// <param name="IsSealed">No further field of this name can be added.</param>
internal sealed record SignedField(byte[] Name, bool IsSealed);
