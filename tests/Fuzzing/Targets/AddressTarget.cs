using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Macs;
using Actors.Mail.Messages;
using Actors.Mail.Reports.ReturnPaths;

namespace Actors.Fuzzing.Targets;

/// <summary>Addresses alone and in lists, dates, identifiers, parameters.</summary>
internal sealed class AddressTarget : FuzzTarget
{
    private static readonly MacKeys Keys =
        MacKeys.Of(new MacKey(0, new byte[MacKey.SecretLength]));

    public override string Name => "addresses";

    public override IReadOnlyList<byte[]> Seeds { get; } = Pieces(
        "Anna <anna@example.org>, \"Bell, B\" <b@example.org>", "group: a@example.org, b@example.org;, c@example.org",
        "(a (nested) comment) <@x.example,@y.example:a@example.org>", "\"quoted \\\" local\"@example.org",
        "=?utf-8?Q?J=C3=BCrgen?= <j@xn--bcher-kva.example>", "ü@bücher.example", "a@[192.0.2.1]",
        "Mon, 09 Mar 2026 08:05:07 +0000 (UTC)", "<1@example.org>", "text/plain; charset=\"utf-8\"",
        "News <news.example.org>", "https://example.org/?a=b",
        "r2a4vjoulmaaaaaaaaaaaaaaaaaaaetfqc2iaagajdivtytk6n5wyj4l5ugtacw");

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "<", ">", "@", ",", ";", ":", "(", ")", "\"", "\\", "[", "]", ".", "=?utf-8?B?", "?=", "xn--", "ü", "\u2028");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("", "("), new("", "<"), new("", "a@b.example,"), new("", "\\"), new("\"", "a\\\""), new("", ":"),
        new("", "a "), new("", "@"), new("", "[a"), new("", "(a)"), new("", ";"), new("", "."), new("",
        "=?utf-8?Q?a?= "),
    ];

    public override void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        foreach (var mailbox in AddressList.Parse(text).Mailboxes)
        {
            var wire = mailbox.Address.ToString();
            Require(EmailAddress.TryParse(wire, out var again) && again == mailbox.Address, $"{wire} is read again");
            Require(!mailbox.ToString().AsSpan().ContainsAny('\r', '\n', '\0'), "a mailbox is one line");
        }

        Require(
            !ReturnPathToken.TryParse(text, out var token) || !token.IsOf(Keys, "demo"),
            "no return path is made by chance");
        if (Mailbox.TryParse(text, out var one))
            Require(Mailbox.TryParse(one.ToString(), out var same) && same == one, "a mailbox is read again");
        if (MessageId.TryParse(text, out var id))
            Require(id.ToString().Length <= MessageLimits.MessageIdOctetsMax + 2, "an identifier is short");
        _ = (MailDate.TryParse(text, out _), MediaType.TryParse(text, out _), ListId.TryParse(text, out _));
        _ = (ListUnsubscribe.TryCreate(text, text, true, out _, out _), FileName.TryParse(text, out _));
        _ = (ForwardPath.TryParse(text, out _), ReversePath.TryParse(text, out _), DomainName.TryParse(text, out _));
    }
}
