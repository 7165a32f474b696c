using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Isolation;

/// <summary>Queries that name what belongs to another tenant, and cursors of its lists: as if there were no such
/// thing.</summary>
public sealed class ForeignQueryTests : IAsyncLifetime
{
    /// <summary>Parameters that name nothing of a tenant's own.</summary>
    private static readonly string[] Harmless =
    [
        "limit", "from", "until", "to", "status", "filter", "number", "category", "hardness", "stream", "group_by",
        "format", "standing", "reason", "wait", "value",
    ];

    private TestGateway gateway = null!; // made before each test
    private Estate owner = null!;
    private Estate other = null!;
    private IReadOnlyList<DescribedOperation> operations = [];

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        (owner, other) = (await Estate.Make(gateway), await Estate.Make(gateway));
        foreach (var estate in (Estate[])[owner, other])
            await Fill(estate);
        operations = [.. (await DescribedOperation.All(gateway.Stranger))
            .Where(one => one.Verb == "GET" && one.IsTenants && one.Query.Count > 0)];
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public void no_query_has_a_parameter_that_these_tests_know_nothing_of() =>
        operations.SelectMany(one => one.Query).Distinct()
            .Where(name => name != "after" && !Harmless.Contains(name) && !Values(owner).ContainsKey(name))
            .ShouldBeEmpty($"it names something of a tenant's, or is {nameof(Harmless)}");

    [Fact]
    public async Task a_foreign_value_in_a_query_is_answered_as_an_unknown_one()
    {
        var asked = new HashSet<string>();
        foreach (var operation in operations)
            foreach (var name in operation.Query.Where(Values(owner).ContainsKey))
            {
                var foreign = Values(owner)[name];
                var unknown = foreign.Replace(owner.Tenant.Id.Value, "nobody", StringComparison.Ordinal);
                var told = await Ask(other, operation, Query(name, foreign));
                told.Status.ShouldBeLessThan(500, told.Body);
                Shape(told, foreign).ShouldBe(
                    Shape(await Ask(other, operation, Query(name, unknown)), unknown), $"{operation}: {name}");
                asked.Add(name);
            }

        asked.Order().ShouldBe(Values(owner).Keys.Order());
    }

    [Fact]
    public async Task a_cursor_of_another_tenants_list_shows_nothing_of_it()
    {
        var asked = 0;
        foreach (var operation in operations.Where(one => one.Query.Contains("after")))
        {
            var page = await Ask(owner, operation, "limit=1");
            if (page.Status != 200 || !page.Json.TryGetProperty("next", out var next))
                continue;
            page.Body.ShouldNotContain(other.Tenant.Id.Value);
            var told = await Ask(other, operation, $"after={Uri.EscapeDataString(next.GetString()!)}");
            told.Status.ShouldBeLessThan(500, told.Body);
            told.Body.ShouldNotContain(owner.Tenant.Id.Value, Case.Sensitive, $"{operation}");
            asked++;
        }

        asked.ShouldBeGreaterThan(5, "or nothing was asked");
    }

    /// <summary>Two of what has lists, each with a name that tells whose it is.</summary>
    private static async Task Fill(Estate estate)
    {
        foreach (var number in (int[])[1, 2])
        {
            var mail = Mails.Valid();
            mail["to"] = new JsonArray($"{number}-{Values(estate)["recipient"]}");
            mail["tags"] = new JsonArray(Values(estate)["tag"]);
            mail["campaign"] = number == 1 ? Values(estate)["campaign"] : $"2-{Values(estate)["campaign"]}";
            await estate.Tenant.Http.Send(mail.ToJsonString()).Status(202);
            await estate.Tenant.Http.Post("/v1/contacts", new JsonObject
            {
                ["email"] = $"{number}-{Values(estate)["recipient"]}",
                ["lists"] = new JsonArray(Values(estate)["list"]),
                ["details"] = new JsonObject { [Values(estate)["detail"]] = "yes" },
            }.ToJsonString()).Status(201);
            await estate.Tenant.Http.Post(
                "/v1/blacklist", $$"""{"email":"{{number}}-{{Values(estate)["recipient"]}}"}""").Status(201);
        }
    }

    /// <summary>For each parameter that names something of a tenant's, what the tenant has of it.</summary>
    private static Dictionary<string, string> Values(Estate estate)
    {
        var of = estate.Tenant.Id.Value;
        return new()
        {
            ["smtp_account"] = $"acc_of-{of}",
            ["recipient"] = $"reader-of-{of}@example.net",
            ["search"] = of,
            ["tag"] = $"tag-of-{of}",
            ["campaign"] = $"campaign-of-{of}",
            ["list"] = $"list-of-{of}",
            ["detail"] = $"detail-of-{of}",
            ["domain"] = $"{of}.example",
        };
    }

    private static string Query(string name, string value) =>
        $"{name}={Uri.EscapeDataString(value)}{(name == "detail" ? "&value=yes" : "")}";

    private static Task<Answer> Ask(Estate estate, DescribedOperation operation, string query)
    {
        var path = operation.Fill([.. operation.Places.Select(place => estate.At(place)[0])]);
        return (operation.IsUsers ? estate.User.Browser : estate.Tenant.Http).Get($"{path}?{query}");
    }

    /// <summary>The answer without what differs from request to request.</summary>
    private static string Shape(Answer answer, string value)
    {
        var body = answer.MediaType == "application/problem+json"
            ? answer.Body.Replace(answer.Text("request_id"), "", StringComparison.Ordinal)
                .Replace(answer.Text("instance"), "", StringComparison.Ordinal)
            : answer.Body;
        return $"{answer.Status} {body.Replace(value, "", StringComparison.Ordinal)}";
    }
}
