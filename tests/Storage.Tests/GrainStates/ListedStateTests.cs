using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Ports;

namespace Actors.Storage.Tests.GrainStates;

public sealed class ListedStateTests : IDisposable
{
    private static readonly TenantId Shop = TenantId.Parse("shop");
    private static readonly TenantId Other = TenantId.Parse("other");

    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task a_state_stands_in_its_list_as_long_as_it_says_so()
    {
        var state = await Write("shop/a", new Entry { Name = "Žluťoučký Shop" });
        (await Ids(new ListingQuery("entry") { Tenant = Shop })).ShouldBe(["a"]);
        await Write("shop/a", new Entry { Name = "Renamed", Hidden = true }, state);
        (await Ids(new ListingQuery("entry") { Tenant = Shop })).ShouldBeEmpty();
        await Write("shop/a", new Entry { Name = "Back" }, state);
        (await Ids(new ListingQuery("entry") { Tenant = Shop })).ShouldBe(["a"]);
        await test.Store.Grains.ClearStateAsync("state", GrainId.Create("entry", "shop/a"), state);
        (await Ids(new ListingQuery("entry") { Tenant = Shop })).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_list_is_of_one_tenant_and_paged_in_the_order_of_ids()
    {
        foreach (var key in (string[])["shop/c", "shop/a", "other/b", "shop/b"])
            await Write(key, new Entry { Name = key });
        var first = await test.Store.Listings.List(new ListingQuery("entry") { Tenant = Shop, Limit = 2 });
        first.Items.Select(item => item.Id).ShouldBe(["a", "b"]);
        first.HasMore.ShouldBeTrue();
        var rest = await test.Store.Listings.List(
            new ListingQuery("entry") { Tenant = Shop, Limit = 2, After = first.Items[^1] });
        rest.Items.ShouldBe([new ListedId(Shop, "c")]);
        rest.HasMore.ShouldBeFalse();
        (await Ids(new ListingQuery("entry"))).ShouldBe(["b", "a", "b", "c"]); // the operator's: by tenant, then id
        (await test.Store.Listings.Count(new ListingQuery("entry") { Tenant = Other })).ShouldBe(1);
    }

    [Fact]
    public async Task a_list_is_searched_in_any_case_and_filtered_by_marks()
    {
        await Write("shop/a", new Entry { Name = "ŽLUŤ", Marks = ["own", "active"] });
        await Write("shop/b", new Entry { Name = "100%_x", Marks = ["inactive"] });
        (await Ids(new ListingQuery("entry") { Tenant = Shop, Search = "žl" })).ShouldBe(["a"]);
        (await Ids(new ListingQuery("entry") { Tenant = Shop, Search = "%_" })).ShouldBe(["b"]);
        (await Ids(new ListingQuery("entry") { Tenant = Shop, Mark = "active" })).ShouldBe(["a"]);
        (await Ids(new ListingQuery("entry") { Tenant = Shop, Mark = "act" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_topic_is_looked_up_across_tenants()
    {
        await Write("shop/a", new Entry { Name = "x", Topic = "shop.example" });
        await Write("other/z", new Entry { Name = "x", Topic = "shop.example" });
        await Write("other/y", new Entry { Name = "x", Topic = "other.example" });
        var found = await test.Store.Listings.List(new ListingQuery("entry") { Topic = "shop.example" });
        found.Items.ShouldBe([new ListedId(Other, "z"), new ListedId(Shop, "a")]);
    }

    [Fact]
    public async Task a_write_that_loses_changes_neither_list_nor_alarm()
    {
        await Write("shop/a", new Entry { Name = "x", DueAt = Samples.Noon });
        await Should.ThrowAsync<InconsistentStateException>(
            () => Write("shop/a", new Entry { Name = "late", Hidden = true }, new GrainState<Entry>()));
        (await Ids(new ListingQuery("entry") { Tenant = Shop })).ShouldBe(["a"]);
        (await test.Store.DueGrains.Read(Samples.Noon, null, 10)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task what_is_due_is_read_in_order_and_page_by_page()
    {
        await Write("shop/late", new Entry { DueAt = Samples.Noon.AddMinutes(1) });
        await Write("shop/b", new Entry { DueAt = Samples.Noon });
        await Write("shop/a", new Entry { DueAt = Samples.Noon });
        await Write("shop/never", new Entry());
        test.Reopen();
        var first = await test.Store.DueGrains.Read(Samples.Noon, null, 1);
        first.ShouldBe([new DueGrain("entry", "shop/a", Samples.Noon)]);
        (await test.Store.DueGrains.Read(Samples.Noon, first[0], 10)).Select(one => one.Key).ShouldBe(["shop/b"]);
        (await test.Store.DueGrains.Read(Samples.Noon.AddHours(1), null, 10)).Length.ShouldBe(3);
    }

    private async Task<string[]> Ids(ListingQuery query) =>
        [.. (await test.Store.Listings.List(query)).Items.Select(item => item.Id)];

    private async Task<GrainState<Entry>> Write(string key, Entry entry, GrainState<Entry>? state = null)
    {
        state ??= new GrainState<Entry>();
        state.State = entry;
        await test.Store.Grains.WriteStateAsync("state", GrainId.Create("entry", key), state);
        return state;
    }

    internal sealed record Entry : IListed, IDue
    {
        public string Name { get; init; } = "";

        public string Topic { get; init; } = "";

        public ImmutableArray<string> Marks { get; init; } = [];

        public bool Hidden { get; init; }

        public DateTimeOffset? DueAt { get; init; }

        public Listing? Listed(string key) => Hidden ? null : new Listing(
            "entry", TenantId.Parse(key.Split('/')[0]), key.Split('/')[1])
        {
            Topic = Topic, Marks = Marks, Search = Name,
        };
    }
}
