using System.Collections.Immutable;
using System.Text;
using Actors.Grains.Contacts;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Grains.Imports.Reading;

/// <summary>A row that is being read: the same rules for each format, and those of requests. The first thing that is
/// wrong is told.</summary>
internal sealed class RowDraft(ImportReading reading, long number)
{
    /// <summary>Octets of the longest character in UTF-8.</summary>
    private const int OctetsMax = 4;

    private static readonly string Standings =
        string.Join(", ", Enum.GetValues<ContactStanding>().Select(one => one.ToText()));

    private readonly ImmutableDictionary<string, string>.Builder details =
        ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    private readonly ImmutableArray<string>.Builder lists = ImmutableArray.CreateBuilder<string>();
    private EmailAddress? address;
    private DomainName? domain;
    private string? note;
    private DateTimeOffset? until;
    private ContactStanding? standing;
    private ImportError? error;

    public bool IsOfBlacklist => reading.Layout.Kind == ImportKind.Blacklist;

    /// <param name="shown">What was written.</param>
    public void Fail(string code, string detail, ReadOnlySpan<char> shown = default) => error ??= new ImportError(
        number, code, detail, TextRules.Shown(shown, ImportFileLimits.ShownLengthMax));

    /// <param name="written">UTF-8, or not.</param>
    public void Fail(string code, string detail, ReadOnlySpan<byte> written) => Fail(
        code, detail,
        Encoding.UTF8.GetString(written[..Math.Min(written.Length, ImportFileLimits.ShownLengthMax * OctetsMax)]));

    public void Fail(FieldError fault, ReadOnlySpan<char> shown) => Fail(fault.Code, fault.Detail, shown);

    public void Email(string text)
    {
        if (!EmailAddress.TryParse(text, out address))
            Fail("address_syntax", "This is no e-mail address.", text);
        else if (!TextRules.ReadsAsWritten(text))
            Fail("control_character", "The address holds a character that turns text around.", text);
    }

    public void Domain(string text)
    {
        if (!DomainName.TryParse(text, out domain))
            Fail("domain_syntax", "This is no domain.", text);
    }

    public void List(string name)
    {
        if (!ContactTexts.IsListName(name))
            Fail(
                "invalid_list",
                $"The name of a list has 1 to {ContactLimits.ListNameLengthMax} characters and no control character.",
                name);
        else if (lists.Count < ContactLimits.ListsMax)
            lists.Add(name);
        else if (!lists.Contains(name))
            Fail(ContactTexts.TooManyLists, name);
    }

    /// <param name="name">Is fit to be one.</param>
    public void Detail(string name, string value)
    {
        if (!ContactTexts.IsDetailValue(value))
            Fail(
                "invalid_details",
                $"A detail has at most {ContactLimits.DetailValueLengthMax} characters and no control character.",
                value);
        else
            details[name] = value;
        if (details.Count > ContactLimits.DetailsMax)
            Fail(ContactTexts.TooManyDetails, name);
    }

    public void Standing(string text)
    {
        if (ContactNames.TryParse(text, out ContactStanding read))
            standing = read;
        else
            Fail("unknown_value", $"The standing has to be one of {Standings}.", text);
    }

    public void Note(string text)
    {
        if (text.Length > ContactLimits.NoteLengthMax)
            Fail("too_long", $"The text is longer than {ContactLimits.NoteLengthMax} characters.", text);
        else if (string.IsNullOrWhiteSpace(text))
            Fail("empty", "The text is empty.", text);
        else if (!TextRules.ReadsAsWritten(text))
            Fail("control_character", "The text holds a control character, or one that turns text around.", text);
        note = text;
    }

    public void ExpiresAt(string text)
    {
        if (!Rfc3339.TryParse(text, out var time))
            Fail("invalid_time", "The time has to be RFC 3339, such as 2030-01-31T09:00:00Z.", text);
        else if (time <= reading.Now)
            Fail("in_the_past", "The time lies in the past.", text);
        until = time;
    }

    public ImportRow Finish()
    {
        if (IsOfBlacklist && address is null == domain is null)
            Fail("one_of", "An entry is of an email or of a domain.");
        else if (!IsOfBlacklist && address is null)
            Fail("missing", "There is no address.");
        if (error is not null)
            return new ImportRow.Wrong(error);
        return new ImportRow.Asked(number, IsOfBlacklist
            ? new ContactCommand.Block(address, domain, note, until)
            : new ContactCommand.Put(
                address!, details.ToImmutable(), lists.DrainToImmutable(), ContactOrigin.Import), standing);
    }
}
