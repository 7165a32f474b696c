using Actors.Grains.Ids;
using Actors.Grains.Templating;

namespace Actors.Grains.Tests.Templating;

/// <summary>Who keeps what when there is no room for all.</summary>
public sealed class TemplateCacheTests
{
    private static readonly TenantId Shop = TenantId.Parse("shop");
    private static readonly TenantId Flood = TenantId.Parse("flood");
    private static readonly CompiledTemplate Compiled = Compile();
    private readonly TemplateCache cache = new(most: 8);

    [Fact]
    public void a_tenant_with_ever_new_templates_takes_nothing_from_another()
    {
        Add(Shop, 3);
        Add(Flood, 100);
        Kept(Shop, 3).ShouldBe(3);
        Kept(Flood, 100).ShouldBe(5);
    }

    [Fact]
    public void who_has_most_gives_way_to_who_comes()
    {
        Add(Flood, 8);
        Add(Shop, 4);
        (Kept(Shop, 4), Kept(Flood, 8)).ShouldBe((4, 4));
    }

    [Fact]
    public void what_was_used_last_is_kept()
    {
        Add(Flood, 8);
        Find(Flood, 0).ShouldBeTrue();
        cache.Add(Flood, "new", html: true, Compiled);
        (Find(Flood, 0), Find(Flood, 1), Find(Flood, 2)).ShouldBe((true, false, true));
    }

    [Fact]
    public void of_many_tenants_with_one_each_the_one_that_rests_longest_gives_way()
    {
        for (var i = 0; i < 9; i++)
            Add(TenantId.Parse($"tenant-{i}"), 1);
        Enumerable.Range(0, 9).Select(i => Kept(TenantId.Parse($"tenant-{i}"), 1))
            .ShouldBe([0, 1, 1, 1, 1, 1, 1, 1, 1]);
    }

    [Fact]
    public void the_same_words_are_another_part_for_another_tenant_and_as_html()
    {
        cache.Add(Shop, "0", html: true, Compiled);
        cache.Add(Shop, "0", html: true, Compiled);
        cache.TryFind(Shop, "0", html: false, out _).ShouldBeFalse();
        cache.TryFind(Flood, "0", html: true, out _).ShouldBeFalse();
        Find(Shop, 0).ShouldBeTrue();
    }

    private void Add(TenantId tenant, int parts)
    {
        for (var i = 0; i < parts; i++)
            cache.Add(tenant, $"{i}", html: true, Compiled);
    }

    private int Kept(TenantId tenant, int parts) => Enumerable.Range(0, parts).Count(i => Find(tenant, i));

    private bool Find(TenantId tenant, int part) => cache.TryFind(tenant, $"{part}", html: true, out _);

    private static CompiledTemplate Compile()
    {
        CompiledTemplate.TryCompile("{{a}}", html: true, out var compiled, out _).ShouldBeTrue();
        return compiled!;
    }
}
