using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.SignUps;
using Actors.Mail.Addresses;

namespace Actors.Storage.Tests.GrainStates;

public sealed class SignUpReaderTests : IDisposable
{
    private static readonly TenantId Shop = TenantId.Parse("shop");

    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task whom_a_tenant_has_asked_is_read_page_by_page_and_nobody_elses()
    {
        var asked = new List<ContactHash>();
        for (var i = 0; i < 5; i++)
            asked.Add(await Ask(Shop, $"reader{i}@example.org"));
        foreach (var other in (string[])["sho", "shop-2", "shopping"])
            await Ask(TenantId.Parse(other), "reader0@example.org");
        await Clear(Shop, asked[2]);
        var left = asked.Where(hash => hash != asked[2]).OrderBy(hash => hash.Value, StringComparer.Ordinal).ToList();

        (await test.Store.SignUps.Read(Shop, null, 3)).ShouldBe(left[..3]);
        (await test.Store.SignUps.Read(Shop, left[2], 3)).ShouldBe(left[3..]);
        (await test.Store.SignUps.Read(Shop, left[3], 3)).ShouldBeEmpty();
        (await test.Store.SignUps.Read(TenantId.Parse("nobody"), null, 3)).ShouldBeEmpty();
    }

    private async Task<ContactHash> Ask(TenantId tenant, string address)
    {
        var key = ContactKey.Of(tenant, EmailAddress.Parse(address));
        await test.Store.Grains.WriteStateAsync(
            "sign-up", GrainOf(key), new GrainState<SignUpState> { State = new SignUpState() });
        return key.Hash;
    }

    private async Task Clear(TenantId tenant, ContactHash hash)
    {
        var state = new GrainState<SignUpState>();
        var grain = GrainOf(new ContactKey(tenant, hash));
        await test.Store.Grains.ReadStateAsync("sign-up", grain, state);
        await test.Store.Grains.ClearStateAsync("sign-up", grain, state);
    }

    private static GrainId GrainOf(ContactKey key) => GrainId.Create("signup", key.ToString());
}
