using System.Collections.Immutable;
using System.Text.Json;
using Actors.Grains.Templating;

namespace Actors.Grains.Tests.Templating;

/// <summary>However a template is written, and whatever its values: it ends, and within its limits.</summary>
public sealed class TemplateLimitTests
{
    private static readonly string Hundred = JsonSerializer.Serialize(
        new { items = Enumerable.Range(0, 100).ToArray(), map = Enumerable.Range(0, 100).ToDictionary(i => $"k{i}") });

    [Fact]
    public void loops_within_loops_are_stopped_by_their_rounds_together()
    {
        Render(Nested("each ../items", "each items", 3), Hundred).Fault.ShouldNotBeNull()
            .Code.ShouldBe("too_many_iterations");
        Render(Nested("each ../map", "each map", 3), Hundred).Fault.ShouldNotBeNull()
            .Code.ShouldBe("too_many_iterations");
        Render("{{#each items}}{{this}}{{/each}}", Hundred).Fault.ShouldBeNull();
    }

    [Fact]
    public void a_loop_over_a_text_goes_round_no_more_than_a_text_has_letters()
    {
        var values = JsonSerializer.Serialize(new { text = new string('x', 60_000) });
        var (text, _) = Render(Nested("each ../text", "each text", TemplateLimits.NestingMax, "y"), values);
        (text?.Length ?? 0).ShouldBeLessThan(100);
    }

    [Fact]
    public void a_list_as_a_value_counts_too()
    {
        Render("{{#each items}}{{../items}}{{/each}}", Hundred).Fault.ShouldNotBeNull()
            .Code.ShouldBe("too_many_iterations");
    }

    [Fact]
    public void output_is_stopped_at_its_limit()
    {
        var values = JsonSerializer.Serialize(new { text = new string('x', 30_000), items = new int[100] });
        Render("{{#each items}}{{../text}}{{/each}}", values).Fault.ShouldNotBeNull().Code.ShouldBe("output_too_long");
    }

    [Fact]
    public void blocks_tags_and_characters_have_limits()
    {
        Refused(Nested("if a", "if a", TemplateLimits.NestingMax)).ShouldBeNull();
        Refused(Nested("if a", "if a", TemplateLimits.NestingMax + 1)).ShouldBe("too_deep");
        Refused($"{{{{#if a}}}}{Repeated("{{else if b}}", TemplateLimits.NestingMax)}{{{{/if}}}}").ShouldBe("too_deep");
        Refused(Repeated("{{a}}", TemplateLimits.TagsMax)).ShouldBeNull();
        Refused(Repeated("{{a}}", TemplateLimits.TagsMax + 1)).ShouldBe("too_many_tags");
        Refused(new string('x', TemplateLimits.SourceLengthMax)).ShouldBeNull();
        Refused(new string('x', TemplateLimits.SourceLengthMax + 1)).ShouldBe("too_long");
        Refused($"{{{{{new string('a', TemplateLimits.NameLengthMax)}}}}}").ShouldBeNull();
        Refused($"{{{{{new string('a', TemplateLimits.NameLengthMax + 1)}}}}}").ShouldBe("unsupported_tag");
        Refused("{{a" + Repeated(".a", TemplateLimits.PathLengthMax - 1) + "}}").ShouldBeNull();
        Refused("{{a" + Repeated(".a", TemplateLimits.PathLengthMax) + "}}").ShouldBe("unsupported_tag");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{\"a\": \"\\ud800\"}")]
    [InlineData("{\"a\": [[[[[[[[1]]]]]]]]}")]
    public void values_that_cannot_be_are_refused(string json) => TryParse(json).ShouldBeNull();

    [Fact]
    public void values_have_a_limit()
    {
        var empty = "{\"a\": \"\"}";
        TryParse(empty.Insert(7, new string('x', TemplateLimits.ValuesBytesMax - empty.Length))).ShouldNotBeNull();
        TryParse(empty.Insert(7, new string('x', TemplateLimits.ValuesBytesMax - empty.Length + 1))).ShouldBeNull();
    }

    private static TemplateValues? TryParse(string json) =>
        TemplateValues.TryParse(json, ImmutableDictionary<string, string>.Empty, out var values) ? values : null;

    private static (string? Text, TemplateFault? Fault) Render(string source, string json)
    {
        CompiledTemplate.TryCompile(source, html: true, out var template, out var fault).ShouldBeTrue(fault?.Detail);
        template!.TryRender(TryParse(json)!, out var text, out fault);
        return (text, fault);
    }

    private static string? Refused(string source) =>
        TemplateSyntax.Check(source, TemplateLimits.TagsMax, out _)?.Code;

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Nested(string block, string first, int depth, string inner = "")
    {
        var close = "{{/" + block.Split(' ')[0] + "}}";
        return "{{#" + first + "}}" + Repeated("{{#" + block + "}}", depth - 1) + inner + Repeated(close, depth);
    }
}
