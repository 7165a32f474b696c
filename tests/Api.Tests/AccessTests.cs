using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Tests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests;

[Collection(Harness.Gateway.Name)]
public sealed class AccessTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task no_endpoint_opens_without_the_right_key()
    {
        var tenant = await gateway.NewTenant();
        var unknown = gateway.Client("ak_" + new string('a', 52));
        var closed = Operations().Where(operation => operation.Audience != Audience.Public).ToList();
        closed.Count.ShouldBeGreaterThan(30);
        foreach (var operation in closed)
        {
            var wrong = operation.Audience == Audience.Tenant ? gateway.Operator : tenant.Http;
            foreach (var client in new[] { gateway.Stranger, unknown, wrong })
            {
                var refused = await client.Ask(new HttpMethod(operation.Verb), PathOf(operation), "{}")
                    .Problem(401, "unauthorized");
                refused.Header("WWW-Authenticate")
                    .ShouldBe(operation.Audience == Audience.User ? "Session" : "Bearer");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer short")]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer a b c d e f g h i j k l m n")]
    [InlineData("Bearer ../../../../../../etc/passwd")]
    public async Task a_header_that_holds_no_key_is_refused_like_a_wrong_key(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/messages");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        await gateway.Stranger.Ask(request).Problem(401, "unauthorized");
    }

    [Fact]
    public async Task a_missing_a_wrong_and_a_revoked_key_are_told_the_same()
    {
        var tenant = await gateway.NewTenant();
        await Revoke(tenant);
        var answers = new[]
        {
            await gateway.Stranger.Get("/v1/messages"), await gateway.Operator.Get("/v1/messages"),
            await tenant.Http.Get("/v1/messages"),
        };
        answers.Select(WithoutRequestId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task a_revoked_key_fails_with_the_next_request_on_the_same_connection()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Send(Mails.Valid().ToJsonString()).Status(202);
        await Revoke(tenant);
        await tenant.Http.Send(Mails.Valid().ToJsonString()).Problem(401, "unauthorized");
        await gateway.Operator.Delete($"/v1/admin/tenants/{tenant.Id}/api-keys/{tenant.KeyId}")
            .Problem(404, "not_found");
    }

    [Fact]
    public async Task every_key_has_a_rate_and_is_told_of_it()
    {
        await using var own = await TestGateway.Start(
            options => (options.RequestsPerSecond, options.RequestsBurst) = (1, 3));
        own.Time.Advance(TimeSpan.FromSeconds(10));
        var key = await own.Operator.Post("/v1/admin/tenants", """{"id":"one","name":"One"}""").Status(201);
        key.Header("RateLimit-Limit").ShouldBe("3");
        key.Header("RateLimit-Remaining").ShouldBe("2");
        key.Header("RateLimit-Reset").ShouldBe("1");
        key.Header("X-RateLimit-Limit").ShouldBe("3");
        key.Header("X-RateLimit-Remaining").ShouldBe("2");
        key.Header("X-RateLimit-Reset").ShouldBe("1");
        (await own.Operator.Get("/v1/admin/tenants").Status(200)).Header("RateLimit-Remaining").ShouldBe("1");
        await own.Operator.Get("/v1/admin/tenants").Status(200);
        var refused = await own.Operator.Get("/v1/admin/tenants").Problem(429, "rate_limited");
        refused.Header("Retry-After").ShouldBe("1");
        own.Time.Advance(TimeSpan.FromSeconds(1));
        await own.Operator.Get("/v1/admin/tenants").Status(200);
    }

    private Task<Answer> Revoke(TestTenant tenant) =>
        gateway.Operator.Delete($"/v1/admin/tenants/{tenant.Id}/api-keys/{tenant.KeyId}").Status(204);

    private IEnumerable<Operation> Operations() => gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<Operation>()).OfType<Operation>();

    private static string PathOf(Operation operation) => string.Join(
        '/', operation.Path.Split('/').Select(segment => segment.StartsWith('{') ? "x" : segment));

    private static string WithoutRequestId(Answer answer) =>
        answer.Body.Replace(answer.Text("request_id"), "", StringComparison.Ordinal);
}
