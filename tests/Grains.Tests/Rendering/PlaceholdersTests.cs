using System.Collections.Immutable;
using Actors.Grains.Rendering;

namespace Actors.Grains.Tests.Rendering;

public sealed class PlaceholdersTests
{
    private static readonly ImmutableDictionary<string, string> Variables = new Dictionary<string, string>
    {
        ["name"] = "Ann & <Bob>", ["nested"] = "{{name}}", ["brace"] = "{{", ["empty"] = "", ["long"] = new('x', 1_000),
    }.ToImmutableDictionary();

    [Theory]
    [InlineData("", "")]
    [InlineData("no placeholder", "no placeholder")]
    [InlineData("Dear {{name}}!", "Dear Ann & <Bob>!")]
    [InlineData("{{ name }}{{name}}", "Ann & <Bob>Ann & <Bob>")]
    [InlineData("[{{empty}}]", "[]")]
    [InlineData("{{nested}}", "{{name}}")]
    [InlineData("{{brace}}name}}", "{{name}}")]
    [InlineData("{name} {{", "{name} {{")]
    [InlineData("}} {{name", "}} {{name")]
    public void values_take_the_place_of_their_names_in_one_pass(string template, string expected)
    {
        Fill(template, html: false, out var filled).ShouldBeTrue();

        filled.ShouldBe(expected);
    }

    [Fact]
    public void within_html_values_are_text()
    {
        Fill("<p>{{name}}</p>", html: true, out var filled).ShouldBeTrue();

        filled.ShouldBe("<p>Ann &amp; &lt;Bob&gt;</p>");
    }

    [Theory]
    [InlineData("Dear {{nobody}}", "nobody")]
    [InlineData("{{}}", "")]
    [InlineData("{{ {{name}} }}", "{{name")]
    [InlineData("{{Name}}", "Name")]
    public void a_name_without_value_is_named(string template, string name)
    {
        Placeholders.TryFill(template, Variables, html: false, 10_000, out _, out var missing).ShouldBeFalse();

        missing.ShouldBe(name);
    }

    [Fact]
    public void a_value_repeated_without_end_is_stopped_at_the_limit()
    {
        var template = string.Concat(Enumerable.Repeat("{{long}}", 1_000_000));

        Placeholders.TryFill(template, Variables, html: false, 100_000, out _, out var missing).ShouldBeFalse();

        missing.ShouldBeNull();
    }

    private static bool Fill(string template, bool html, out string filled) =>
        Placeholders.TryFill(template, Variables, html, 10_000, out filled, out _);
}
