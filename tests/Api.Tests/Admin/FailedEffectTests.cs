using System.Globalization;
using Actors.Api.Tests.Harness;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Ports;
using Actors.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests.Admin;

public sealed class FailedEffectTests
{
    [Fact]
    public async Task what_failed_for_days_is_listed_and_tried_again_when_the_operator_says_so()
    {
        await using var own = await TestGateway.Start();
        var tenant = await own.NewTenant();
        var first = await Failed(own, tenant, "a@held.test");
        var second = await Failed(own, tenant, "b@held.test");

        var page = await own.Operator.Get("/v1/admin/failed-effects?limit=1").Status(200);
        var next = await own.Operator.Get("/v1/admin/failed-effects?limit=1&after=" + page.Text("next")).Status(200);
        page.Json.GetProperty("has_more").GetBoolean().ShouldBeTrue();
        next.Json.GetProperty("has_more").GetBoolean().ShouldBeFalse();
        var (one, other) = (page.Json.GetProperty("data")[0], next.Json.GetProperty("data")[0]);
        one.GetProperty("id").GetString().ShouldBe(first.Number.ToString(CultureInfo.InvariantCulture));
        one.GetProperty("kind").GetString().ShouldBe("failure_notice");
        one.GetProperty("tenant").GetString().ShouldBe(tenant.Id.Value);
        one.GetProperty("message_id").GetString().ShouldBe(first.Message.Message.ToString());
        one.GetProperty("failures").GetInt32().ShouldBe(100);
        one.GetProperty("reason").GetString().ShouldBe("broken");
        other.GetProperty("message_id").GetString().ShouldBe(second.Message.Message.ToString());
        await own.Operator.Get("/v1/admin/failed-effects?after=x").Problem(400, "invalid_parameter");
        await tenant.Http.Get("/v1/admin/failed-effects").Problem(401, "unauthorized");

        var retried = await own.Operator.Post("/v1/admin/failed-effects/retry").Status(200);
        retried.Json.GetProperty("retried").GetInt32().ShouldBe(2);
        retried.Json.GetProperty("has_more").GetBoolean().ShouldBeFalse();
        (await own.Operator.Get("/v1/admin/failed-effects").Status(200)).Json.GetProperty("data")
            .GetArrayLength().ShouldBe(0);
    }

    /// <summary>A message with an effect that nobody could carry out.</summary>
    private static async Task<StoredEffect> Failed(TestGateway own, TestTenant tenant, string recipient)
    {
        var store = own.Services.GetRequiredService<Store>();
        var sent = await tenant.Http.Send(Mails.To(recipient)).Status(202);
        var text = sent.Json.GetProperty("recipients")[0].GetProperty("id").GetString();
        await tenant.UntilEvent("message.held", text); // its own: until then the grain writes the row, too
        MessageId.TryParse(text, out var id).ShouldBeTrue();
        var key = new MessageKey(tenant.Id, id);
        var state = new GrainState<MessageState>();
        await store.Rows.ReadStateAsync("message", GrainId.Create("message", key.ToString()), state);
        state.State = state.State! with { Effects = [MessageEffect.FailureNotice] };
        await store.Rows.WriteStateAsync("message", GrainId.Create("message", key.ToString()), state);
        var effect = (await store.Effects.ReadDue(OutboxPartitions.Of(id), own.Time.GetUtcNow(), 10)).Single();
        await store.Effects.PutOff(
            effect.Number, new EffectSetback(100, own.Time.GetUtcNow().AddDays(-4), null, "broken"));
        return effect;
    }
}
