using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Actors.Api.Contacts;
using Actors.Api.Json;
using Actors.Api.Tests.Harness;
using Actors.Grains.Contacts;
using Actors.Grains.Imports;
using Actors.Mail.Addresses;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Api.Tests.Contacts;

/// <summary>A file that is exported can be imported as it is.</summary>
public sealed class ContactRoundTripTests
{
    private static readonly string[] Pieces =
    [
        "a", "B", " ", ",", ";", "|", "\"", "'", "=", "+", "-", "@", "[", "]", "{", "\\", "é", "\U0001F600", "\u202E",
        "email", "standing", "details",
    ];

    private static readonly string[] Addresses =
    [
        "ann@example.org", "=a@example.org", "'=a@example.org", "'a@example.org", "\"a,b\"@example.org",
        "é@bücher.example",
    ];

    private static Gen<ContactView> Contacts =>
        from address in Gen.Elements(Addresses)
        from names in Texts.ListOf()
        from values in Texts.ListOf()
        from lists in Texts.ListOf()
        from left in Gen.Choose(0, 3)
        select View(address, names.Zip(values), lists, left);

    private static Gen<string> Texts => Gen.ListOf(Gen.Elements(Pieces)).Select(parts => string.Concat(parts));

    [Fact]
    public void a_contact_comes_back_from_csv_as_it_was_whatever_has_a_column() => Prop.ForAll(
        Contacts.Zip(Gen.Choose(0, 3)).ToArbitrary(), one =>
        {
            var (contact, hidden) = one;
            string[] columns = [.. contact.Details.Keys.Where(ImportColumns.CanName).Skip(hidden)];
            var (csv, text) = (new ContactCsv(columns), new StringBuilder());
            csv.AppendHeading(text);
            csv.AppendLine(text, contact);
            ShouldBe(Read(text.ToString(), ImportFormat.Csv), contact);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_contact_comes_back_from_a_line_of_json_as_it_was() => Prop.ForAll(
        Contacts.ToArbitrary(),
        contact => ShouldBe(
            Read(JsonOf(contact), ImportFormat.JsonLines), contact)).QuickCheckThrowOnFailure();

    [Fact]
    public void the_largest_contact_there_can_be_comes_back()
    {
        var text = string.Concat(Enumerable.Repeat("\U0001F600", ContactLimits.DetailValueLengthMax / 2));
        var details = Enumerable.Range(0, ContactLimits.DetailsMax).Select(i => ($"{i:00}{text[..62]}", text));
        var lists = Enumerable.Range(0, ContactLimits.ListsMax).Select(i => $"{i:00}{text[..62]}");
        var contact = View("ann@example.org", details, lists, 0);
        var (csv, file) = (new ContactCsv([]), new StringBuilder());
        csv.AppendHeading(file);
        csv.AppendLine(file, contact);
        ShouldBe(Read(file.ToString(), ImportFormat.Csv), contact);
        ShouldBe(Read(JsonOf(contact), ImportFormat.JsonLines), contact);
    }

    private static string JsonOf(ContactView contact) =>
        JsonSerializer.Serialize(ContactBody.InList(contact), ApiJson.Wire.ContactBody);

    private static ContactView View(
        string text, IEnumerable<(string Name, string Value)> details, IEnumerable<string> lists, int left)
    {
        var address = EmailAddress.Parse(text);
        var some = ImmutableDictionary<string, string>.Empty;
        foreach (var (name, value) in details.Take(ContactLimits.DetailsMax))
            if (ContactTexts.IsDetailName(name) && ContactTexts.IsDetailValue(value))
                some = some.SetItem(name, value);
        var names = lists.Where(ContactTexts.IsListName).Distinct().Take(ContactLimits.ListsMax);
        return new ContactView(
            ContactHash.Of(address), address, address.Domain, true, ContactStanding.Active, ContactOrigin.Api,
            DateTimeOffset.UnixEpoch, some,
            [.. names.Select((name, at) => new ContactList(
                name, DateTimeOffset.UnixEpoch, at < left ? DateTimeOffset.UnixEpoch : null))],
            [], [], [], []);
    }

    private static ContactCommand.Put Read(string file, ImportFormat format) =>
        ImportedFile.Contacts(file, format).Single();

    private static void ShouldBe(ContactCommand.Put put, ContactView contact)
    {
        put.Address.ShouldBe(contact.Address);
        put.Details.ToDictionary().ShouldBe(contact.Details.ToDictionary(), ignoreOrder: true);
        put.Lists.ShouldBe(contact.Lists.Where(list => list.LeftAt is null).Select(list => list.Name));
    }
}
