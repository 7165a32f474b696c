using System.Reflection;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Mail.Tests.Injection;

/// <summary>
/// What is read into a type of its own cannot end a line where it is written again: every type with a TryParse of a
/// text is found and tried.
/// </summary>
public sealed class TypedTextTests
{
    private static readonly string[] Breaks =
        ["\r\n", "\r", "\n", "\0", "\u0085", "\u2028", "\u2029", "\v", "\f", "\u001B", "\u007F", "\uFFFD", "\ud800"];

    /// <summary>A right text for each type whose value is written to a line of a header or of SMTP.</summary>
    private static readonly Dictionary<Type, string> Right = new()
    {
        [typeof(EmailAddress)] = "\"a b\"@example.org",
        [typeof(DomainName)] = "example.org",
        [typeof(ForwardPath)] = "<a@example.org>",
        [typeof(ReversePath)] = "<a@example.org>",
        [typeof(Mailbox)] = "\"Ann B\" <a@example.org>",
        [typeof(MessageId)] = "<a@example.org>",
        [typeof(ContentId)] = "<a@example.org>",
        [typeof(ListId)] = "News <news.example.org>",
        [typeof(FileName)] = "a b.txt",
        [typeof(HeaderName)] = "X-A",
        [typeof(HeaderValue)] = "a b",
        [typeof(MediaType)] = "text/plain; charset=\"utf-8\"",
        [typeof(Actors.Mail.Envelopes.EnvelopeId)] = "a+20b",
        [typeof(Actors.Mail.Envelopes.OriginalRecipient)] = "rfc822;a@example.org",
        [typeof(Actors.Mail.Authentication.Dkim.Keys.Selector)] = "s1",
    };

    /// <summary>Read from DNS or from a peer, and never written to a line.</summary>
    private static readonly string[] OnlyRead = ["DmarcRecord", "MacroString", "SpfRecord", "KeyRecord", "Reply"];

    [Fact]
    public void no_text_that_could_end_a_line_gets_into_a_type()
    {
        foreach (var (type, parse) in Parsers())
        {
            var right = Right[type];
            Parse(parse, right).ShouldNotBeNull(type.Name);
            foreach (var text in Breaks.SelectMany(one => Around(right, one)))
            {
                if (Parse(parse, text) is { } value)
                    Texts(value).ShouldAllBe(held => IsOneLine(held), $"{type.Name}: {text}");
            }
        }
    }

    [Fact]
    public void every_type_that_is_read_from_a_text_is_known_here() =>
        Parsers().Select(parser => parser.Type).Where(type => !Right.ContainsKey(type)).ShouldBeEmpty();

    private static IEnumerable<(Type Type, MethodInfo Parse)> Parsers() =>
        from type in typeof(EmailAddress).Assembly.GetExportedTypes()
        where !OnlyRead.Contains(type.Name)
        let parse = type.GetMethod(
            "TryParse", BindingFlags.Public | BindingFlags.Static, [typeof(string), type.MakeByRefType()])
        where parse is not null
        select (type, parse);

    private static object? Parse(MethodInfo parse, string text)
    {
        object?[] arguments = [text, null];
        return (bool)parse.Invoke(null, arguments)! ? arguments[1] : null;
    }

    private static IEnumerable<string> Around(string right, string one) =>
        [one, one + right, right + one, right[..(right.Length / 2)] + one + right[(right.Length / 2)..]];

    private static IEnumerable<string> Texts(object value) => value.GetType().GetProperties()
        .Where(property => property.PropertyType == typeof(string) && property.GetIndexParameters().Length == 0)
        .Select(property => (string?)property.GetValue(value)).Append(value.ToString()).OfType<string>();

    private static bool IsOneLine(string text) =>
        !text.EnumerateRunes().Any(rune => System.Text.Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029);
}
