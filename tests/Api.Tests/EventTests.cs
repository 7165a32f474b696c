using System.Globalization;
using Actors.Api.Tests.Harness;
using Actors.Api.Tests.Messages;
using Actors.Grains.Messages;
using Actors.Mail.Replies;
using Actors.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests;

[Collection(Gateway.Name)]
public sealed class EventTests(Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task without_a_cursor_the_log_begins_with_the_oldest_event_that_is_kept()
    {
        await using var own = await TestGateway.Start();
        var tenant = await own.NewTenant(); // on startup: a day
        var sent = await tenant.Http.Send(Mails.To("old@held.test")).Status(202);
        await tenant.UntilEvent("message.held");
        await tenant.Http.Post($"/v1/messages/{sent.Text("id")}/drop").Status(200);
        own.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await own.Services.GetRequiredService<Actors.Storage.Store>().Erase();

        await tenant.Http.Get("/v1/events?after=0").Problem(410, "cursor_expired");
        (await tenant.Http.Get("/v1/events").Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task the_log_is_read_page_by_page_without_gaps()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Send(Mails.To([.. Enumerable.Range(0, 25).Select(i => $"a{i}@example.net")])).Status(202);
        var sequences = new List<long>();
        var after = "";
        Answer page;
        do
        {
            page = await tenant.Http.Get($"/v1/events?limit=10{after}").Status(200);
            sequences.AddRange(page.Json.GetProperty("data").EnumerateArray()
                .Select(one => one.GetProperty("sequence").GetInt64()));
            after = "&after=" + page.Text("next");
        }
        while (page.Json.GetProperty("has_more").GetBoolean());

        sequences.ShouldBe(Enumerable.Range(1, 25).Select(i => (long)i));
        var end = await tenant.Http.Get($"/v1/events?limit=10{after}").Status(200);
        end.Json.GetProperty("data").GetArrayLength().ShouldBe(0);
        end.Text("next").ShouldBe("25");
    }

    [Fact]
    public async Task a_waiting_reader_is_woken_by_the_event()
    {
        var tenant = await gateway.NewTenant();
        var sent = await tenant.Http.Send(Mails.To("a@example.net")).Status(202);
        var waits = gateway.Events.NextWait();
        var reading = tenant.Http.Get("/v1/events?after=1&wait=20");
        await waits;
        reading.IsCompleted.ShouldBeFalse();
        await gateway.Wire.End(
            CommandTests.KeyOf(tenant, sent), new AttemptOutcome.Delivered(Reply.Of(250, "2.0.0", "Ok")));

        var woken = await reading.Status(200);
        var happened = woken.Json.GetProperty("data")[0];
        happened.GetProperty("type").GetString().ShouldBe("message.delivered");
        happened.GetProperty("message").GetString().ShouldBe(sent.Text("id"));
        happened.GetProperty("data").GetProperty("response").GetString().ShouldBe("Ok");
        woken.Text("next").ShouldBe("2");
    }

    [Fact]
    public async Task a_reader_that_waited_in_vain_gets_an_empty_page()
    {
        await using var own = await TestGateway.Start();
        var tenant = await own.NewTenant();
        var waits = own.Events.NextWait();
        var reading = tenant.Http.Get("/v1/events?wait=5");
        await waits;
        own.Time.Advance(TimeSpan.FromSeconds(5));
        var page = await reading.Status(200);
        page.Json.GetProperty("data").GetArrayLength().ShouldBe(0);
        page.Text("next").ShouldBe("0");
    }

    [Fact]
    public async Task a_position_whose_events_were_erased_is_gone()
    {
        await using var own = await TestGateway.Start();
        var tenant = await own.NewTenant();
        var sent = await tenant.Http.Send(Mails.To("a@example.net")).Status(202);
        await own.Wire.End(
            CommandTests.KeyOf(tenant, sent), new AttemptOutcome.Delivered(Reply.Of(250, "2.0.0", "Ok")));
        await tenant.Http.Get("/v1/events?after=0").Status(200);
        own.Time.Advance(TimeSpan.FromDays(31));
        await own.Services.GetRequiredService<Store>().Erase();

        await tenant.Http.Get("/v1/events?after=0").Problem(410, "cursor_expired");
        await tenant.Http.Get($"/v1/messages/{sent.Text("id")}").Problem(404, "not_found");
        var end = await tenant.Http.Get("/v1/events?after=2").Status(200);
        end.Json.GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("after=x", "invalid_cursor after")]
    [InlineData("after=-1", "invalid_cursor after")]
    [InlineData("after=99999999999999999999", "invalid_cursor after")]
    [InlineData("limit=0", "out_of_range limit")]
    [InlineData("limit=1001", "out_of_range limit")]
    [InlineData("limit=x", "out_of_range limit")]
    [InlineData("limit=1&limit=2", "duplicate limit")]
    [InlineData("wait=21", "out_of_range wait")]
    [InlineData("wait=-1", "out_of_range wait")]
    [InlineData("since=1", "unknown_parameter since")]
    public async Task a_wrong_parameter_is_refused(string query, string place)
    {
        var tenant = await gateway.NewTenant();
        (await tenant.Http.Get("/v1/events?" + query).Problem(400, "invalid_parameter")).Places.ShouldBe([place]);
    }

    [Fact]
    public async Task a_position_ahead_of_the_log_is_simply_its_end()
    {
        var tenant = await gateway.NewTenant();
        var page = await tenant.Http.Get(
            "/v1/events?after=" + long.MaxValue.ToString(CultureInfo.InvariantCulture)).Status(200);
        page.Json.GetProperty("data").GetArrayLength().ShouldBe(0);
    }
}
