using System.Collections.Immutable;
using System.Text;
using Actors.Grains.Templating;

namespace Actors.Fuzzing.Targets;

/// <summary>Templates that tenants write, rendered with values that others give.</summary>
internal sealed class TemplateTarget : FuzzTarget
{
    private const string Markup = "<evil>";

    private static readonly TemplateValues Values = TemplateValues.TryParse(
        """{"list": [1, [2, 3], {"a": 4}], "map": {"a": 1, "b": {"c": 2}}, "text": "<evil>", "on": true, "n": 0}""",
        ImmutableDictionary<string, string>.Empty.Add("own", Markup), out var values)
            ? values
            : throw new InvalidOperationException("the values are not right");

    public override string Name => "templates";

    public override IReadOnlyList<byte[]> Seeds { get; } = Pieces(
        "Hello {{own}}, {{#if on}}{{text}}{{else if n}}x{{else}}none{{/if}} {{! c }}{{!-- {{d}} --}}",
        "{{#each list}}{{@index}}{{this}}{{#unless @last}}, {{/unless}}{{else}}nothing{{/each}}{{~map.b.c~}}",
        "{{#with map}}{{a}}{{../text}}{{@root.own}}{{#each b}}{{@key}}={{this}}{{/each}}{{/with}}");

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "{{", "}}", "{{{", "}}}", "{{#if on}}", "{{/if}}", "{{else}}", "{{#each list}}", "{{#each map}}", "{{/each}}",
        "{{#with map}}", "{{/with}}", "{{this}}", "../", "@root.", "@key", "{{!--", "--}}", "~", "\\", ".", " ", "{{>",
        "{{&", "as |x|", "{{#*inline}}", "{{^}}", "[", "]", "(", ")", "\"", "own", "text", "lookup");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("", "{{own}}"), new("", "{{#if on}}"), new("", "{{"), new("", "}}"), new("{{own", ".a", "}}"),
        new("", "{{!--"), new("{{", "../", "own}}"), new("", "x\n"), new("{{#if on}}", "{{else if n}}", "{{/if}}"),
    ];

    public override void Run(byte[] input)
    {
        var source = Encoding.UTF8.GetString(input);
        var fault = TemplateSyntax.Check(source, TemplateLimits.TagsMax, out _);
        Require(fault is null || fault.Line > 0 || fault.Code == "too_long", "a fault has a place");
        if (fault is not null)
            return;
        Require(CompiledTemplate.TryCompile(source, html: true, out var template, out _), "what is right compiles");
        if (!template!.TryRender(Values, out var html, out _))
            return;
        Require(html.Length <= TemplateLimits.OutputLengthMax, "output is limited");
        Require(
            !html.Contains(Markup, StringComparison.Ordinal) || source.Contains('<', StringComparison.Ordinal),
            "a value makes no markup");
    }
}
