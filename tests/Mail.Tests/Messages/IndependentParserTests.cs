using System.Globalization;
using System.Text;
using System.Text.Json;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;
using Actors.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Messages;

public sealed class IndependentParserTests
{
    private static readonly string[] Pieces =
    [
        "a", "Z", " ", ".", ",", "\"", "\\", "=", "=?", "?=", "<x@y>", "(", ")", "ü", "ß", "日本", "😀", "e\u0301",
        "word ",
    ];

    private static readonly Gen<string> Line = Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat);

    private static readonly Gen<string> LineEnds = Gen.Elements("\r", "\n", "\r\n", ".", "From ", "\t", "--=_");

    private static readonly Gen<string> Body = Gen.ArrayOf(Gen.OneOf(Line, LineEnds), 12).Select(string.Concat);

    private static readonly Gen<Mailbox> Mailboxes =
        from name in Line
        from local in Gen.Elements("a", "first.last+tag", "\"a b\"")
        from domain in Gen.Elements("example.com", "bücher.example")
        select Drafts.Named(name, $"{local}@{domain}");

    private static readonly Gen<Attachment> Files =
        from name in Line
        from content in Gen.ArrayOf(Gen.Choose(0, 255).Select(i => (byte)i))
        from disposition in Gen.Elements(Disposition.Attachment, Disposition.Inline)
        from cid in Gen.Elements(null, "logo@x", "pic")
        from type in Gen.Elements("application/pdf", "image/png", "text/csv; charset=utf-8")
        select Drafts.File("f" + name.Replace("\\", "", StringComparison.Ordinal), type, content, disposition, cid);

    internal static readonly Gen<MessageDraft> AnyDraft =
        from mailboxes in Gen.NonEmptyListOf(Mailboxes)
        from subject in Line
        from text in Gen.OneOf(Gen.Constant<string?>(null), Body.Select(b => (string?)b))
        from html in Gen.OneOf(Gen.Constant<string?>(null), Body.Select(b => (string?)b))
        from files in Gen.ListOf(Files, 2)
        from minutes in Gen.Choose(-720, 720)
        select Drafts.Simple with
        {
            From = mailboxes[0],
            To = [.. mailboxes],
            Subject = HeaderValue.Parse(subject),
            Text = text,
            Html = html,
            Attachments = [.. files],
            ExtraHeaders = [Drafts.Extra("X-Extra", subject)],
            Date = Drafts.Simple.Date.ToOffset(TimeSpan.FromMinutes(minutes)),
        };

    [RequiresProgramFact("python3")]
    public void python_reads_what_was_meant_and_finds_no_defect()
    {
        Prop.ForAll(Gen.ListOf(AnyDraft, 40).ToArbitrary(), drafts =>
        {
            var parsed = PythonMail.Parse([.. drafts.Select(Drafts.Bytes)]);
            foreach (var (draft, read) in drafts.Zip(parsed))
                ShouldBeTheSame(draft, read);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5));
    }

    [Fact]
    public void no_line_is_over_long_and_no_line_end_is_bare() => Prop.ForAll(AnyDraft.ToArbitrary(), draft =>
    {
        var text = Drafts.Text(draft);
        return Ascii.IsValid(text)
            && text.EndsWith("\r\n", StringComparison.Ordinal)
            && text.Split("\r\n").All(
                l => l.Length <= MessageLimits.LineOctetsMax && l.AsSpan().IndexOfAny('\r', '\n') < 0);
    }).QuickCheckThrowOnFailure();

    private static void ShouldBeTheSame(MessageDraft draft, JsonElement read)
    {
        var source = Drafts.Text(draft);
        read.GetProperty("defects").EnumerateArray().Select(d => d.GetString()).ShouldBeEmpty(source);
        read.GetProperty("subject").GetString().ShouldBe(draft.Subject.Value, source);
        read.GetProperty("extra").GetString().ShouldBe(draft.Subject.Value, source);
        read.GetProperty("messageId").GetString().ShouldBe(draft.MessageId.ToString());
        DateTimeOffset.Parse(read.GetProperty("date").GetString()!, CultureInfo.InvariantCulture).ShouldBe(draft.Date);
        Addresses(read, "from").ShouldBe([Expected(draft.From)], source);
        Addresses(read, "to").ShouldBe(draft.To.Select(Expected), source);
        var leaves = Leaves(read.GetProperty("body")).ToList();
        foreach (var (type, expected) in new[] { ("text/plain", draft.Text), ("text/html", draft.Html) })
        {
            if (expected is not null)
                Content(leaves.First(l => Property(l, "type") == type)).ShouldBe(Canonical(expected), source);
        }

        var files = leaves.Where(l => Property(l, "file") is not null)
            .Select(l => (Property(l, "file"), Property(l, "content"), Property(l, "cid")));
        files.ShouldBe(
            draft.Attachments.Select(a => (
                (string?)a.FileName.Value, (string?)Convert.ToBase64String(a.Content.Span), a.ContentId?.ToString())),
            ignoreOrder: true,
            source);
    }

    private static string? Property(JsonElement leaf, string name) => leaf.GetProperty(name).GetString();

    private static IEnumerable<string> Addresses(JsonElement read, string field) =>
        read.GetProperty(field).EnumerateArray().Select(a =>
            $"{WithoutSpaces(a[0].GetString())}|{a[1].GetString()}@{a[2].GetString()}");

    private static string Expected(Mailbox mailbox) =>
        $"{WithoutSpaces(mailbox.DisplayName)}|{mailbox.Address.LocalPart.Trim('"')}@{mailbox.Address.Domain.Ascii}";

    /// <summary>
    /// Python makes one space of several in a display name, as RFC 5322 §3.2.2 lets it, and older versions keep the
    /// space
    /// between two encoded words there, which RFC 2047 §6.2 does not.
    /// </summary>
    private static string WithoutSpaces(string? name) => (name ?? "").Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<JsonElement> Leaves(JsonElement part) => part.TryGetProperty("parts", out var parts)
        ? parts.EnumerateArray().SelectMany(Leaves)
        : [part];

    private static string Content(JsonElement leaf) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(leaf.GetProperty("content").GetString()!));

    private static string Canonical(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (lines.Length > 0 && !lines.EndsWith('\n'))
            lines += "\n";
        return lines.Replace("\n", "\r\n", StringComparison.Ordinal);
    }
}
