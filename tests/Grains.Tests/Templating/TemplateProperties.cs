using System.Collections.Immutable;
using System.Net;
using Actors.Grains.Templating;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Grains.Tests.Templating;

/// <summary>What holds for every template and every value.</summary>
public sealed class TemplateProperties
{
    private static readonly string[] Pieces =
    [
        "{{a}}", "{{#if a}}", "{{/if}}", "{{else}}", "{{#each a}}", "{{/each}}", "{{this}}", "{{../a}}", "{{#with a}}",
        "{{/with}}", "{{#unless a}}", "{{/unless}}", "{{@index}}", "{{@root.a}}", "{{{a}}}", "{{", "}}", "}", "{", "~",
        "\\", "text", "\n", "<b>", "{{! c }}", "{{!--", "--}}", "{{else if a}}", "{{a.Length}}", "{{#each a.Keys}}",
    ];

    private static readonly string[] Texts =
        ["", "<script>", "a & b", "\"quoted\"", "it's", "{{a}}", "\r\nBcc: x@example.org", "čšž", "\u0000", "😀", "x"];

    [Fact]
    public void what_passes_the_check_compiles_and_renders_within_the_limits()
    {
        var template = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));
        var value = Gen.Elements(Texts).ListOf().Select(texts => string.Concat(texts));
        Prop.ForAll(template.ToArbitrary(), value.ToArbitrary(), (source, text) =>
        {
            if (TemplateSyntax.Check(source, TemplateLimits.TagsMax, out _) is not null)
                return true;
            CompiledTemplate.TryCompile(source, html: true, out var compiled, out var fault)
                .ShouldBeTrue($"{source}: {fault?.Detail}");
            var done = compiled!.TryRender(Values("a", text), out var output, out fault);
            return done ? output!.Length <= TemplateLimits.OutputLengthMax : fault is not null;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void in_html_a_value_is_text_whatever_it_holds() =>
        Prop.ForAll(Gen.Elements(Texts).ListOf().Select(texts => string.Concat(texts)).ToArbitrary(), text =>
        {
            var html = Rendered("<p>{{a}}</p>", html: true, text);
            var inner = html["<p>".Length..^"</p>".Length];
            return inner.IndexOfAny(['<', '>', '"', '\'']) < 0 && WebUtility.HtmlDecode(inner) == text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void in_text_a_value_is_as_it_is() =>
        Prop.ForAll(Gen.Elements(Texts).ListOf().Select(texts => string.Concat(texts)).ToArbitrary(), text =>
            Rendered("[{{a}}]", html: false, text) == $"[{text}]").QuickCheckThrowOnFailure();

    [Fact]
    public void words_without_tags_stay_as_they_are() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), words =>
        {
            var source = words.Get.Replace("{", "(", StringComparison.Ordinal);
            return Rendered(source, html: false, "") == source;
        }).QuickCheckThrowOnFailure();

    private static string Rendered(string source, bool html, string value)
    {
        CompiledTemplate.TryCompile(source, html, out var compiled, out _).ShouldBeTrue();
        compiled!.TryRender(Values("a", value), out var text, out var fault).ShouldBeTrue(fault?.Detail);
        return text!;
    }

    private static TemplateValues Values(string name, string value) =>
        TemplateValues.Of(ImmutableDictionary<string, string>.Empty.Add(name, value));
}
