using Actors.Mail.Addresses;
using Actors.Mail.Messages;
using Actors.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Messages;

public sealed class AddressListTests
{
    [Theory]
    [InlineData("a@b.example", "a@b.example")]
    [InlineData("Anna Bell <a@b.example>", "\"Anna Bell\" <a@b.example>")]
    [InlineData("John Q. Public <a@b.example>", "\"John Q. Public\" <a@b.example>")]
    [InlineData("\"Bell, \\\"A\\\"\" <a@b.example>", "\"Bell, \\\"A\\\"\" <a@b.example>")]
    [InlineData("a@b.example (Anna)", "\"Anna\" <a@b.example>")]
    [InlineData("(x(y)\\)z) a (c) @ (d) b . (e) example", "\"e\" <a@b.example>")]
    [InlineData("\"a b\"@b.example", "\"a b\"@b.example")]
    [InlineData("a . b @ c . example", "a.b@c.example")]
    [InlineData("<@r.example,@s.example:a@b.example>", "a@b.example")]
    [InlineData("a@b.example <c@d.example>", "\"a@b.example\" <c@d.example>")]
    [InlineData("=?iso-8859-1?Q?J=FCrgen?= <a@b.example>", "\"Jürgen\" <a@b.example>")]
    [InlineData("=?utf-8?B?R3LDvA==?= =?utf-8?B?w59l?= <a@b.example>", "\"Grüße\" <a@b.example>")]
    [InlineData("=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?= <a@b.example>", "\"Grüße\" <a@b.example>")]
    [InlineData("=?windows-1251?Q?=CF=F0?= <a@b.example>", "\"Пр\" <a@b.example>")]
    [InlineData("=?nonsense?Q?x?= <a@b.example>", "\"=?nonsense?Q?x?=\" <a@b.example>")]
    [InlineData("Team: a@b.example, C <c@d.example>;, e@f.example", "a@b.example|\"C\" <c@d.example>|e@f.example")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData(",, a@b.example ,,", "a@b.example")]
    [InlineData("a@b.example; c@d.example", "a@b.example|c@d.example")]
    [InlineData("", "")]
    public void addresses_are_read_as_people_write_them(string value, string expected)
    {
        var list = AddressList.Parse(value);
        string.Join('|', list.Mailboxes).ShouldBe(expected);
        list.IsComplete.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Anna, a@b.example", "a@b.example")]
    [InlineData("Anna Bell a@b.example, c@d.example", "c@d.example")]
    [InlineData("<a@b.example, c@d.example", "c@d.example")]
    [InlineData("<a@b.example", "")]
    [InlineData("\"Anna <a@b.example>", "")]
    [InlineData("(Anna a@b.example", "")]
    [InlineData("a@[192.0.2.1], c@d.example", "c@d.example")]
    [InlineData("<a@b.example> x, c@d.example", "a@b.example|c@d.example")]
    [InlineData("a@b@c.example", "")]
    [InlineData("a@b.example\\", "")]
    [InlineData("\\", "")]
    [InlineData("\"\\", "")]
    [InlineData("(\\", "")]
    [InlineData("[\\", "")]
    public void what_cannot_be_read_is_passed_over(string value, string expected)
    {
        var list = AddressList.Parse(value);
        string.Join('|', list.Mailboxes).ShouldBe(expected);
        list.IsComplete.ShouldBeFalse();
    }

    [Fact]
    public void a_decoded_name_is_cleaned_and_cut()
    {
        AddressList.Parse("=?utf-8?Q?a=0D=0ABcc=00?= <a@b.example>").Mailboxes[0].DisplayName.ShouldBe("a  Bcc");
        var name = AddressList.Parse(new string('x', 600) + " <a@b.example>").Mailboxes[0].DisplayName;
        name!.Length.ShouldBe(AddressLimits.DisplayNameMax);
    }

    [Fact]
    public void too_many_addresses_are_not_all_read()
    {
        var addresses = Enumerable.Repeat("a@b.example,", MessageLimits.AddressesPerFieldMax + 1);
        var list = AddressList.Parse(string.Concat(addresses));
        (list.Mailboxes.Length, list.IsComplete).ShouldBe((MessageLimits.AddressesPerFieldMax, false));
    }

    /// <summary>A million characters in quadratic time would take an hour and more.</summary>
    [Theory]
    [InlineData("(")]
    [InlineData("()")]
    [InlineData(" ")]
    [InlineData("a ")]
    [InlineData("<")]
    [InlineData(",")]
    [InlineData("<@,")]
    [InlineData("a:")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("=?")]
    [InlineData("=?utf-8?Q?a?= ")]
    [InlineData("=?utf-8?B?")]
    [InlineData("a@")]
    [InlineData("<a@b.example>")]
    public void hostile_values_take_linear_time(string piece)
    {
        var value = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        ProcessorTime.Of(() =>
        {
            AddressList.Parse(value).Mailboxes.Length.ShouldBeLessThan(2);
            AddressList.Parse(value + " <a@b.example>").Mailboxes.Length.ShouldBeLessThan(2);
        }).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void what_is_composed_is_read_back()
    {
        var pieces = Gen.Elements("a", " ", ".", ",", "\"", "\\", "=?", "ü", "日本", "😀", "(", ")", "<", "@");
        var mailboxes = Gen.NonEmptyListOf(Gen.ArrayOf(pieces).Select(
            p => Drafts.Named(string.Concat(p), "\"a b\"@c.example")));
        Prop.ForAll(mailboxes.ToArbitrary(), list =>
        {
            var bytes = Drafts.Bytes(Drafts.Simple with { To = [.. list] });
            HeaderSection.TryParse(bytes, out var header, out _).ShouldBeTrue();
            header!.TryFind("to"u8, out var to).ShouldBeTrue();
            var read = AddressList.Parse(header.Text(to));
            return read.IsComplete && read.Mailboxes.Select(SingleSpaced).SequenceEqual(list.Select(SingleSpaced));
        }).QuickCheckThrowOnFailure();
    }

    private static string SingleSpaced(Mailbox mailbox) =>
        string.Join(' ', mailbox.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
