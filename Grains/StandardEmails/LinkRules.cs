using System.Collections.Immutable;
using System.Net;
using Actors.Grains.Templating;

namespace Actors.Grains.StandardEmails;

/// <summary>The link of a standard e-mail is there for who has to follow it, and for nobody else: pure.</summary>
/// <remarks>Looked at twice. The template is, because only there a fault has a place; and each mail as it goes out is,
/// because only there all blocks and values are what they are.</remarks>
public static class LinkRules
{
    public const string Missing = "link_missing";

    private const string Name = "link";
    private const string Tag = "{{link}}";

    /// <summary>What a template alone does not show.</summary>
    public static EmailFault Lost { get; } = new("text", new TemplateFault(
        MarkupReader.Misplaced,
        "Filled in, the link is missing, or stands where others get it: the original is sent instead."));

    /// <param name="email">With or without its footer.</param>
    /// <param name="kind">Null for a template of the tenant's own, which has no such link.</param>
    public static ImmutableArray<EmailFault> Check(EmailText email, StandardEmail? kind)
    {
        if (kind is not { HasLink: true })
            return [];
        var faults = ImmutableArray.CreateBuilder<EmailFault>();
        Add("subject", FirstUse(email.Subject, "the link has no place in a subject, which lists and logs show"));
        Add("text", InText(email.Text) ?? Needed(email.Text));
        if (email.Html is { } html)
            Add("html", InHtml(html) ?? Needed(html));
        return faults.ToImmutable();

        void Add(string part, TemplateFault? fault)
        {
            if (fault is not null)
                faults.Add(new EmailFault(part, fault));
        }
    }

    /// <summary>A footer follows mails with a link, too.</summary>
    public static ImmutableArray<EmailFault> Check(EmailFooter footer)
    {
        const string What = "a footer has no link of its own: it follows mails that have none";
        var text = FirstUse(footer.Text, What);
        var html = footer.Html is { } page ? FirstUse(page, What) ?? InHtml(page) : null;
        return
        [
            .. text is null ? [] : new[] { new EmailFault("text", text) },
            .. html is null ? [] : new[] { new EmailFault("html", html) },
        ];
    }

    /// <summary>Whether the link stands in a mail as it goes out where it may.</summary>
    /// <param name="link">Null or empty where the mail has none.</param>
    public static bool Keeps(RenderedEmail mail, string? link)
    {
        if (string.IsNullOrEmpty(link))
            return true;
        var inText = PlacesOf(link, mail.Text);
        return !mail.Subject.Contains(link, StringComparison.Ordinal)
            && inText.Length > 0
            && inText.All(place => LinkNeighbours.Allow(mail.Text, place.Start, place.End))
            && (mail.Html is not { } html || Keeps(html, PlacesOf(WebUtility.HtmlEncode(link), html)));
    }

    private static bool Keeps(string html, MarkupPlace[] places) =>
        places.Length > 0 && MarkupReader.Check(html, places) is null;

    private static TemplateFault? Needed(string source) =>
        TemplateSyntax.Tags(source).Any(tag => tag.IsValue && !tag.IsInBlock && IsLink(tag))
            ? null
            : new TemplateFault(
                Missing, $"{Tag} is missing outside of blocks: without it nobody can do what the mail asks for.");

    private static TemplateFault? FirstUse(string source, string what) =>
        TemplateSyntax.Tags(source).Where(Reaches).Select(tag => Fault(source, tag.Start, MarkupReader.Misplaced, what))
            .FirstOrDefault();

    private static TemplateFault? InText(string source)
    {
        var tags = TemplateSyntax.Tags(source);
        return Other(source, tags) ?? tags.Where(IsLink)
            .Where(tag => !LinkNeighbours.Allow(source, tag.Start, tag.End))
            .Select(tag => Fault(
                source, tag.Start, MarkupReader.Misplaced, "the link stands alone, with white space around it"))
            .FirstOrDefault();
    }

    private static TemplateFault? InHtml(string source)
    {
        var tags = TemplateSyntax.Tags(source);
        var places = tags.Where(IsLink).Select(tag => new MarkupPlace(tag.Start, tag.End)).ToArray();
        return Other(source, tags)
            ?? (MarkupReader.Check(WithoutTags(source, tags), places) is { } fault
                ? Fault(source, fault.At, fault.Code, fault.What)
                : null);
    }

    /// <summary>Uses of the link that are not the link itself.</summary>
    private static TemplateFault? Other(string source, ImmutableArray<TemplateTag> tags) => tags
        .Where(tag => Reaches(tag) && !IsLink(tag))
        .Select(tag => Fault(
            source, tag.Start, MarkupReader.Misplaced, $"the link is written as {Tag}, and nothing else"))
        .FirstOrDefault();

    private static bool IsLink(TemplateTag tag) => tag is { IsValue: true, Path: Name };

    /// <summary>Whether the tag could come upon the link: by its name, or as one of all values.</summary>
    private static bool Reaches(TemplateTag tag)
    {
        var path = tag.Path.AsSpan();
        if (path.EndsWith("../this", StringComparison.Ordinal))
            return true;
        while (path.StartsWith("../", StringComparison.Ordinal))
            path = path["../".Length..];
        foreach (var start in (ReadOnlySpan<string>)["this.", "@root."])
            if (path.StartsWith(start, StringComparison.Ordinal))
                path = path[start.Length..];
        return path.SequenceEqual(Name) || path.StartsWith("link.", StringComparison.Ordinal);
    }

    /// <summary>The same length, with letters in place of values and white space in place of other tags.</summary>
    private static string WithoutTags(string source, ImmutableArray<TemplateTag> tags) =>
        string.Create(source.Length, (source, tags), static (text, all) =>
        {
            all.source.CopyTo(text);
            foreach (var tag in all.tags)
                text[tag.Start..tag.End].Fill(tag.IsValue ? 'x' : ' ');
        });

    private static MarkupPlace[] PlacesOf(string link, string text)
    {
        var places = new List<MarkupPlace>();
        for (var at = 0; (at = text.IndexOf(link, at, StringComparison.Ordinal)) >= 0; at += link.Length)
            places.Add(new MarkupPlace(at, at + link.Length));
        return [.. places];
    }

    private static TemplateFault Fault(string source, int at, string code, string what) =>
        TemplateFault.At(source, at, code, what);
}
