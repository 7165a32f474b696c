using System.Collections.Immutable;
using System.Text;
using Actors.Mail.Addresses;

namespace Actors.Mail.Messages.Parsing;

/// <summary>The grammar of address-list over tokens: one pass, no recursion, groups flattened.</summary>
internal ref struct AddressListReader(ReadOnlySpan<char> value)
{
    private readonly ImmutableArray<Mailbox>.Builder mailboxes = ImmutableArray.CreateBuilder<Mailbox>(1);
    private readonly StringBuilder name = new(); // what stands before "<", quotes removed
    private readonly StringBuilder address = new(); // the tokens of an address without white space
    private AddressScanner scanner = new(value);
    private Place place;
    private bool complete = true;
    private bool route; // the angle brackets begin with an obsolete route
    private bool gap; // white space inside a word: no bare address
    private bool joint = true; // the last token was "." or "@", which white space may surround

    private enum Place
    {
        BeforeAngle,
        InAngle,
        AfterAngle,
    }

    internal AddressList Read()
    {
        while (true)
        {
            var token = scanner.Next();
            if (token is AddressToken.End or AddressToken.Broken)
            {
                complete &= token == AddressToken.End & EndElement();
                return new AddressList(mailboxes.ToImmutable(), complete);
            }

            Take(token, token == AddressToken.Special ? scanner.Text[0] : '\0');
            if (mailboxes.Count == MessageLimits.AddressesPerFieldMax)
                return new AddressList(mailboxes.ToImmutable(), IsComplete: false);
        }
    }

    private void Take(AddressToken token, char special)
    {
        switch (special, place)
        {
            case (',' or ':', Place.InAngle) when route:
                route = special == ','; // "<@a,@b:c@d>": what precedes the colon says nothing (RFC 5322 §4.4)
                address.Clear();
                break;
            case (',' or ';', _):
                complete &= EndElement();
                break;
            case ('<', Place.BeforeAngle):
                place = Place.InAngle;
                address.Clear();
                break;
            case ('>', Place.InAngle):
                place = Place.AfterAngle;
                break;
            case (':', Place.BeforeAngle):
                Clear(); // what stood here was the name of a group
                break;
            case ('<' or '>' or ':', _) or (_, Place.AfterAngle):
                complete = false;
                break;
            case (_, Place.InAngle):
                route |= special == '@' && address.Length == 0;
                address.Append(scanner.Text);
                break;
            default:
                AppendToBoth(token, special);
                break;
        }
    }

    /// <summary>Whether this is a name or a bare address shows only later.</summary>
    private void AppendToBoth(AddressToken token, char special)
    {
        var text = scanner.Text;
        gap |= scanner.Spaced && !joint && special is not ('.' or '@');
        joint = special is '.' or '@';
        address.Append(text);
        if (scanner.Spaced && name.Length > 0)
            name.Append(' ');
        if (token != AddressToken.Quoted)
        {
            name.Append(text);
            return;
        }

        for (var i = 1; i < text.Length - 1; i++)
            name.Append(text[i] == '\\' ? text[++i] : text[i]);
    }

    /// <returns>True for a mailbox, and for nothing at all (RFC 5322 §4.4 obs-mbox-list).</returns>
    private bool EndElement()
    {
        var good = place switch
        {
            Place.BeforeAngle => address.Length == 0 || (!gap && TryAdd(scanner.Comment.ToString())),
            Place.AfterAngle => TryAdd(name.ToString()),
            _ => false,
        };
        Clear();
        return good;
    }

    private readonly bool TryAdd(string encodedName)
    {
        if (address.Length > AddressLimits.AddressOctetsMax
            || !EmailAddress.TryParse(address.ToString(), out var parsed))
            return false;
        var decoded = Shortened(HeaderText.WithoutTurns(EncodedWordDecoder.Decode(encodedName)));
        if (!Mailbox.TryCreate(decoded, parsed, out var mailbox))
            return false;
        mailboxes.Add(mailbox);
        return true;
    }

    private static string Shortened(string text)
    {
        const int Max = AddressLimits.DisplayNameMax;
        return text.Length <= Max ? text : text[..(char.IsHighSurrogate(text[Max - 1]) ? Max - 1 : Max)];
    }

    private void Clear()
    {
        name.Clear();
        address.Clear();
        place = Place.BeforeAngle;
        route = gap = false;
        joint = true;
        scanner.ForgetComment();
    }
}
