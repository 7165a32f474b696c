using System.Text.Json;
using Actors.Grains.Credentials;
using Actors.Grains.Sandbox;
using Actors.Storage.Json;
using Actors.Storage.Sandbox;

namespace Actors.Storage.Tests.Sandbox;

public sealed class SandboxStoreTests : IAsyncLifetime
{
    private readonly TestStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task mails_are_listed_newest_first_page_by_page()
    {
        for (var i = 0; i < 5; i++)
            await Add($"m{i}");
        var first = await test.Store.Sandbox.List(Samples.Demo, null, 3);
        first.Mails.Select(m => m.Id).ShouldBe(["m4", "m3", "m2"]);
        first.HasMore.ShouldBeTrue();
        var second = await test.Store.Sandbox.List(Samples.Demo, "m2", 3);
        second.Mails.Select(m => m.Id).ShouldBe(["m1", "m0"]);
        second.HasMore.ShouldBeFalse();
        second.Mails[1].ShouldBe(Mail("m0"));
    }

    [Fact]
    public async Task the_newest_thousand_are_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, SandboxLimits.MailsMax + 5).Select(i => Add($"m{i:0000}")));
        var kept = 0;
        string? after = null;
        for (var more = true; more;)
        {
            var page = await test.Store.Sandbox.List(Samples.Demo, after, 400);
            (kept, after, more) = (kept + page.Mails.Length, page.Mails[^1].Id, page.HasMore);
        }

        kept.ShouldBe(SandboxLimits.MailsMax);
        (await test.Store.Sandbox.Find(Samples.Demo, "m0000")).ShouldBeNull();
        (await test.Store.Sandbox.List(Samples.Demo, "m0000", 10)).Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_mail_comes_back_as_received_and_to_its_tenant_alone()
    {
        await Add("m1");
        var found = (await test.Store.Sandbox.Find(Samples.Demo, "m1"))!;
        found.Mail.ShouldBe(Mail("m1"));
        found.Source.ToArray().ShouldBe([0, 1, 2, 255]);
        (await test.Store.Sandbox.Find(Samples.Other, "m1")).ShouldBeNull();
        (await test.Store.Sandbox.List(Samples.Other, null, 10)).Mails.ShouldBeEmpty();
        await test.Store.Submissions.Commit(Samples.Record(Samples.Other));
        (await test.Store.Sandbox.Find(Samples.Other, "m1")).ShouldBeNull();
        (await test.Store.Sandbox.List(Samples.Other, null, 10)).Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"received_at\":1}", Scopes.UsersManage)]
    [InlineData("{\"received_at\":1,\"message\":\"rcp_01J0000000000000000000000A-1\"}", Scopes.None)]
    [InlineData("{\"received_at\":1,\"needs\":0}", Scopes.None)]
    public void of_rows_from_before_only_the_platforms_own_are_closed(string head, Scopes needs) =>
        SandboxColumns.Read("m1", JsonSerializer.Deserialize(head, StorageJson.Default.SandboxJson)!)
            .Needs.ShouldBe(needs);

    private Task Add(string id) => test.Store.Sandbox.Add(Samples.Demo, Mail(id), new byte[] { 0, 1, 2, 255 });

    private static SandboxMail Mail(string id) => new(
        id, Samples.Noon, "shop@sender.example", "delivered@sandbox.test", "Hello", 4,
        new Grains.Ids.MessageId(Grains.Ids.SubmissionId.FromKey("01J0000000000000000000000A"), 1));
}
