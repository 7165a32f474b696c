using System.Collections.Immutable;
using System.Globalization;
using Actors.Grains.Templating;

namespace Actors.Grains.Tests.Templating;

/// <summary>What templates may say, and what becomes of it.</summary>
public sealed class TemplateTests
{
    private const string Values = """
        {
          "name": "Ann", "html": "<b>&\"'", "zero": 0, "one": 1.50, "yes": true, "no": false, "empty": "", "none": null,
          "items": ["x", "y"], "nothing": [], "order": {"id": 7, "lines": [{"what": "pen"}, {"what": "ink"}]}
        }
        """;

    [Theory]
    [InlineData("Hello {{name}}.", "Hello Ann.")]
    [InlineData("{{ name }}{{~ name ~}} .", "AnnAnn.")]
    [InlineData("{{one}} {{zero}} {{missing}}|{{none}}", "1.50 0 |")]
    [InlineData("{{#if yes}}a{{else}}b{{/if}}{{#if no}}a{{else}}b{{/if}}", "ab")]
    [InlineData("{{#if zero}}a{{/if}}{{#if empty}}b{{/if}}{{#if nothing}}c{{/if}}{{#if missing}}d{{/if}}.", ".")]
    [InlineData("{{#if no}}1{{else if yes}}2{{else}}3{{/if}}", "2")]
    [InlineData("{{#unless no}}a{{/unless}}", "a")]
    [InlineData("{{#each items}}{{@index}}{{this}}{{../name}} {{/each}}", "0xAnn 1yAnn ")]
    [InlineData("{{#each nothing}}a{{else}}none{{/each}}", "none")]
    [InlineData("{{#each order.lines}}{{what}}{{#unless @last}}, {{/unless}}{{/each}}", "pen, ink")]
    [InlineData("{{#with order}}{{id}} of {{@root.name}}{{/with}}", "7 of Ann")]
    [InlineData("a{{! a comment }}b{{!-- another {{name}} --}}c", "abc")]
    [InlineData("{ {{name}} } }} {", "{ Ann } }} {")]
    [InlineData("{{html}}", "<b>&\"'")]
    public void a_template_is_filled_in(string source, string expected) =>
        Render(source, html: false).ShouldBe((expected, null));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void a_number_is_written_as_it_was_given_whatever_language_the_machine_speaks(bool html)
    {
        var machines = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," } };
        try
        {
            Render("{{one}}", html).ShouldBe(("1.50", null));
        }
        finally
        {
            CultureInfo.CurrentCulture = machines;
        }
    }

    [Fact]
    public void in_html_values_are_text() =>
        Render("<p title=\"{{html}}\">{{html}}</p>", html: true).Text
            .ShouldBe("<p title=\"&lt;b&gt;&amp;&quot;&#39;\">&lt;b&gt;&amp;&quot;&#39;</p>");

    [Fact]
    public void a_recipients_own_value_goes_before_the_shared_one()
    {
        TemplateValues.TryParse(
            """{"name": "all"}""", ImmutableDictionary<string, string>.Empty.Add("name", "one"), out var values)
            .ShouldBeTrue();
        CompiledTemplate.TryCompile("{{name}}", html: false, out var template, out _).ShouldBeTrue();
        template!.TryRender(values!, out var text, out _).ShouldBeTrue();
        text.ShouldBe("one");
    }

    [Theory]
    [InlineData("{{{name}}}", "raw_output", 1, 1)]
    [InlineData("a\n  {{{{raw}}}}", "raw_output", 2, 3)]
    [InlineData("{{&name}}", "unsupported_tag", 1, 1)]
    [InlineData("{{> part}}", "unsupported_tag", 1, 1)]
    [InlineData("{{lookup name}}", "unsupported_tag", 1, 1)]
    [InlineData("{{log}}", "unsupported_tag", 1, 1)]
    [InlineData("{{name", "unclosed_tag", 1, 1)]
    [InlineData("{{name}}}", "unclosed_tag", 1, 1)]
    [InlineData("{{!-- a }}", "unclosed_tag", 1, 1)]
    [InlineData("{{!-- a -- b --}}", "unclosed_tag", 1, 1)]
    [InlineData("{{!--}}", "unclosed_tag", 1, 1)]
    [InlineData("{{! a }}}", "unclosed_tag", 1, 1)]
    [InlineData("{{}}", "empty_tag", 1, 1)]
    [InlineData("\n\n {{#if name}}", "unclosed_block", 3, 2)]
    [InlineData("{{/if}}", "unopened_block", 1, 1)]
    [InlineData("{{#if a}}{{/each}}", "unopened_block", 1, 10)]
    [InlineData("{{else}}", "unopened_block", 1, 1)]
    [InlineData("{{#if a}}{{else}}{{else}}{{/if}}", "unopened_block", 1, 18)]
    [InlineData("{{#repeat a}}{{/repeat}}", "unknown_block", 1, 1)]
    [InlineData("{{#if}}{{/if}}", "missing_value", 1, 1)]
    [InlineData("{{#each a as |b|}}{{/each}}", "unsupported_tag", 1, 1)]
    [InlineData("{{../name}}", "unsupported_tag", 1, 1)]
    [InlineData("{{this}}", "unsupported_tag", 1, 1)]
    [InlineData("\\{{name}}", "unsupported_tag", 1, 2)]
    [InlineData("{{name (lookup a b)}}", "unsupported_tag", 1, 1)]
    [InlineData("{{\"name\"}}", "unsupported_tag", 1, 1)]
    public void what_is_not_of_the_language_is_refused_with_its_place(string source, string code, int line, int column)
    {
        var fault = TemplateSyntax.Check(source, TemplateLimits.TagsMax, out _).ShouldNotBeNull();
        (fault.Code, fault.Line, fault.Column).ShouldBe((code, line, column));
        fault.Detail.ShouldStartWith($"Line {line}, column {column}: ");
    }

    [Fact]
    public void variables_are_listed_once_with_the_first_place_and_not_those_of_loops()
    {
        TemplateSyntax.Check(
            "{{a}}{{#each b.c}}{{x}}{{../d}}{{@root.e}}{{else}}{{f}}{{/each}}\n{{a}}", TemplateLimits.TagsMax,
            out var variables).ShouldBeNull();
        variables.Select(each => each.Name).ShouldBe(["a", "b", "d", "e", "f"]);
        variables[0].ShouldBe(new TemplateVariable("a", 1, 1));
    }

    private static (string? Text, TemplateFault? Fault) Render(string source, bool html)
    {
        TemplateValues.TryParse(Values, ImmutableDictionary<string, string>.Empty, out var values).ShouldBeTrue();
        if (!CompiledTemplate.TryCompile(source, html, out var template, out var fault))
            return (null, fault);
        template.TryRender(values!, out var text, out fault);
        return (text, fault);
    }
}
