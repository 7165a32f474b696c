using System.Numerics;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Tests.Harness;
using Actors.Grains.Credentials;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests.Access;

[Collection(Harness.Gateway.Name)]
public sealed class ScopeTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public void every_endpoint_for_tenants_asks_for_exactly_one_scope_and_no_other_for_any()
    {
        foreach (var operation in Operations())
            BitOperations.PopCount((uint)operation.Scope).ShouldBe(
                operation.Audience == Audience.Tenant ? 1 : 0, $"{operation.Verb} {operation.Path}");
    }

    [Fact]
    public async Task a_key_opens_only_what_its_scopes_name()
    {
        var tenant = await gateway.NewTenant();
        foreach (var scope in Operations().Where(one => one.Audience == Audience.Tenant).GroupBy(one => one.Scope))
        {
            var without = await Key(tenant, ApiKeyGrant.Everything with { Scopes = Scopes.All & ~scope.Key });
            foreach (var operation in scope)
            {
                var refused = await without.Ask(new HttpMethod(operation.Verb), PathOf(operation), "{}")
                    .Problem(403, "not_allowed");
                refused.Text("detail").ShouldContain(ScopeNames.Of(scope.Key).Single());
            }
        }
    }

    [Fact]
    public async Task a_key_with_the_one_scope_that_is_asked_for_is_let_in()
    {
        var tenant = await gateway.NewTenant();
        var sender = await Key(tenant, ApiKeyGrant.Everything with { Scopes = Scopes.MessagesSend });
        await sender.Send(Mails.Valid().ToJsonString()).Status(202);
        await sender.Get("/v1/messages").Problem(403, "not_allowed");
    }

    [Fact]
    public async Task a_key_made_without_a_word_about_it_opens_everything()
    {
        var tenant = await gateway.NewTenant();
        foreach (var operation in Operations().Where(one => one.Audience == Audience.Tenant))
            (await tenant.Http.Ask(new HttpMethod(operation.Verb), PathOf(operation), "{}"))
                .Status.ShouldNotBeOneOf(401, 403);
    }

    private async Task<HttpClient> Key(TestTenant tenant, ApiKeyGrant grant)
    {
        var issued = (await gateway.Grains.GetGrain<ITenantGrain>(tenant.Id.Value).IssueApiKey("test", grant))!;
        return gateway.Client(issued.Secret);
    }

    private IEnumerable<Operation> Operations() => gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<Operation>()).OfType<Operation>();

    private static string PathOf(Operation operation) => string.Join(
        '/', operation.Path.Split('/').Select(segment => segment.StartsWith('{') ? "x" : segment));
}
