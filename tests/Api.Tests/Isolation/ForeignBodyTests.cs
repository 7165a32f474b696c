using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Isolation;

/// <summary>Bodies that name what belongs to another tenant: as if there were no such thing.</summary>
public sealed class ForeignBodyTests : IAsyncLifetime
{
    /// <summary>Fields of requests that name something by its id, with the path under which the thing itself stands.
    /// </summary>
    private static readonly IReadOnlyDictionary<string, string> Naming = new Dictionary<string, string>
    {
        ["smtp_account"] = "/v1/admin/tenants/{tenant}/smtp-accounts/{account}",
        ["smtp_accounts"] = "/v1/admin/tenants/{tenant}/smtp-accounts/{account}",
        ["template"] = "/v1/templates/{template}",
    };

    private TestGateway gateway = null!; // made before each test
    private Estate owner = null!;
    private Estate other = null!;
    private IReadOnlyList<DescribedOperation> operations = [];

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        (owner, other) = (await Estate.Make(gateway), await Estate.Make(gateway));
        operations = await DescribedOperation.All(gateway.Stranger);
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task a_foreign_id_in_a_body_is_answered_as_an_unknown_one()
    {
        var asked = new HashSet<string>();
        foreach (var operation in operations.Where(one => one.IsTenants && one.Examples.Count > 0))
            foreach (var field in operation.Fields.Where(Naming.ContainsKey))
            {
                var foreign = owner.At(Naming[field])[0];
                var unknown = ForeignIds.Unknown(foreign);
                Shape(await Ask(operation, field, foreign), foreign)
                    .ShouldBe(Shape(await Ask(operation, field, unknown), unknown), $"{operation}: {field}");
                asked.Add(field);
            }

        asked.Order().ShouldBe(Naming.Keys.Order());
    }

    private Task<Answer> Ask(DescribedOperation operation, string field, string id)
    {
        var body = operation.Examples[0].DeepClone().AsObject();
        body[field] = field.EndsWith('s') ? new JsonArray(id) : id;
        return other.Tenant.Http.Ask(
            new HttpMethod(operation.Verb), operation.Fill([.. operation.Places.Select(place => other.At(place)[0])]),
            body.ToJsonString());
    }

    /// <summary>The answer without what differs from request to request.</summary>
    private static string Shape(Answer answer, string id)
    {
        var body = answer.Json.ValueKind == System.Text.Json.JsonValueKind.Object
            ? answer.Body
            : "";
        foreach (var name in new[] { "request_id", "id", "key", "created_at", "hint" })
            if (answer.Json.TryGetProperty(name, out var changing))
                body = body.Replace(changing.ToString(), "", StringComparison.Ordinal);
        return $"{answer.Status} {body.Replace(id, "", StringComparison.Ordinal)}";
    }
}
