using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Tests.Harness;
using Actors.Grains.Credentials;
using Actors.Grains.Users;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests.Access;

/// <summary>Every operation asked by everybody there is.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    private TestGateway gateway = null!; // set before each test

    public async Task InitializeAsync() => gateway = await TestGateway.Start();

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Theory]
    [InlineData("admin", UserRole.Admin)]
    [InlineData("sender", UserRole.Sender)]
    [InlineData("analyst", UserRole.Analyst)]
    public async Task a_tenants_user_is_let_in_where_the_role_has_the_scope_and_nowhere_else(
        string role, UserRole expected)
    {
        var tenant = await gateway.NewTenant();
        await gateway.Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"pro"}""").Status(200);
        await TestUser.Join(gateway, tenant); // somebody has to stay admin
        var user = await TestUser.Join(gateway, tenant, role);
        await EachIs(user.Browser, operation => operation.Audience switch
        {
            Audience.Operator => 401,
            Audience.Tenant when !expected.Scopes().HasFlag(operation.Scope) => 403,
            _ => null,
        });
    }

    [Fact]
    public void what_an_analyst_is_let_in_to_is_statistics_and_no_setting()
    {
        var open = Operations().Where(one =>
            one.Audience == Audience.Tenant && UserRole.Analyst.Scopes().HasFlag(one.Scope)).ToList();
        open.ShouldNotBeEmpty();
        open.ShouldAllBe(one => one.Verb == "GET" && one.Scope == Scopes.StatisticsRead);
        open.Select(one => one.Path).Where(path => !path.Contains("statistics", StringComparison.Ordinal)).Order()
            .ShouldBe([
                "/v1/allowance", "/v1/campaigns", "/v1/reports", "/v1/smtp-accounts/{account}/health",
            ]); // counts, under names of their own
    }

    [Fact]
    public async Task the_operators_admin_is_let_in_to_what_the_operators_key_opens()
    {
        await TestUser.Join(gateway, "/v1/admin/users");
        var user = await TestUser.Join(gateway, "/v1/admin/users");
        await EachIs(user.Browser, operation => operation.Audience == Audience.Tenant ? 401 : null);
    }

    [Fact]
    public async Task the_operators_support_reads_all_of_that_and_changes_nothing()
    {
        await TestUser.Join(gateway, "/v1/admin/users");
        var user = await TestUser.Join(gateway, "/v1/admin/users", "support");
        await EachIs(user.Browser, operation => operation.Audience switch
        {
            Audience.Tenant => 401,
            Audience.Operator when operation.Verb != "GET" => 403,
            _ => null,
        });
    }

    [Fact]
    public Task the_operators_key_opens_what_is_the_operators() => EachIs(
        gateway.Operator, operation => operation.Audience is Audience.Tenant or Audience.User ? 401 : null);

    [Fact]
    public async Task a_stranger_is_let_in_to_what_is_public_alone()
    {
        await EachIs(gateway.Stranger, operation => operation.Audience == Audience.Public ? null : 401);
        (await gateway.Stranger.Get("/v1/session").Status(401)).Header("WWW-Authenticate").ShouldBe("Session");
        (await gateway.Stranger.Get("/v1/messages").Status(401)).Header("WWW-Authenticate").ShouldBe("Bearer");
    }

    /// <summary>Asks for every operation, that which ends the session last.</summary>
    /// <param name="refused">With which status; null where the caller is to be let in, whatever is then said.</param>
    private async Task EachIs(HttpClient caller, Func<Operation, int?> refused)
    {
        var faults = new List<string>();
        foreach (var operation in Operations().OrderBy(one => one is { Verb: "DELETE", Path: "/v1/session" }))
        {
            var answer = await caller.Ask(new HttpMethod(operation.Verb), PathOf(operation), "{}");
            var isRefused = answer.Status == 403 || (answer.Status == 401 && answer.Text("code") == "unauthorized");
            if (refused(operation) is { } expected ? answer.Status != expected : isRefused)
                faults.Add($"{operation.Verb} {operation.Path}: {answer.Status}");
        }

        faults.ShouldBeEmpty();
    }

    private List<Operation> Operations() => [.. gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<Operation>()).OfType<Operation>()];

    private static string PathOf(Operation operation) => string.Join(
        '/', operation.Path.Split('/').Select(segment => segment.StartsWith('{') ? "x" : segment));
}
