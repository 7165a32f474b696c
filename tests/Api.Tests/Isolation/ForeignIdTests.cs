using System.Text;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Isolation;

/// <summary>Every endpoint of the API's description, every id of another tenant: as if there were no such thing.
/// </summary>
public sealed class ForeignIdTests : IAsyncLifetime
{
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
    public void no_endpoint_has_an_id_that_these_tests_know_nothing_of()
    {
        var unknown = operations.Where(one => !one.IsOpen).SelectMany(one => one.Places).Distinct()
            .Where(place => owner.At(place).Count == 0);
        unknown.ShouldBeEmpty($"{nameof(Estate)} has to make one of each, or name it as shared");
    }

    [Fact]
    public async Task a_foreign_id_is_answered_as_an_unknown_one_and_changes_nothing()
    {
        var before = await Views(owner);
        var asked = 0;
        foreach (var operation in operations.Where(one => one.Places.Count > 0 && !one.IsOpen))
            foreach (var (foreign, unknown) in ForeignIds.For(operation, other, owner))
            {
                foreign.ShouldNotBe(unknown);
                var told = await Ask(operation, foreign);
                Shape(told, foreign).ShouldBe(Shape(await Ask(operation, unknown), unknown), operation.ToString());
                if (operation.IsTenants)
                    told.Status.ShouldBe(404, $"{operation}: {told.Body}");
                asked++;
            }

        asked.ShouldBeGreaterThan(20, "or nothing was asked");
        (await Views(owner)).ShouldBe(before);
    }

    private Task<Answer> Ask(DescribedOperation operation, string[] values) =>
        (operation.IsOperators ? gateway.Operator : Client(operation, other)).Ask(
            new HttpMethod(operation.Verb), operation.Fill(values),
            operation.Examples.Count > 0 ? operation.Examples[0].ToJsonString() : null);

    /// <summary>Everything that a tenant can see of itself.</summary>
    private async Task<string> Views(Estate estate)
    {
        var views = new StringBuilder();
        foreach (var operation in operations.Where(one => one.Verb == "GET" && one.IsTenants))
            foreach (var id in operation.Places.Count > 0 ? estate.At(operation.Places[^1]) : [""])
            {
                string[] values =
                    [.. operation.Places.SkipLast(1).Select(place => estate.At(place)[0]), .. Last(operation, id)];
                var view = await Client(operation, estate).Get(operation.Fill(values));
                if (operation.Places.All(place => !Estate.SharedPlaces.ContainsKey(place)))
                    view.Status.ShouldBe(200, $"{operation}: {view.Body}");
                views.Append(operation).Append(' ').Append(view.Status).AppendLine(Shape(view, []));
            }

        return views.ToString();
    }

    private static HttpClient Client(DescribedOperation operation, Estate estate) =>
        operation.IsUsers ? estate.User.Browser : estate.Tenant.Http;

    private static string[] Last(DescribedOperation operation, string id) => operation.Places.Count > 0 ? [id] : [];

    /// <summary>The answer without what differs from request to request.</summary>
    private static string Shape(Answer answer, string[] ids)
    {
        var body = answer.MediaType == "application/problem+json"
            ? answer.Body.Replace(answer.Text("request_id"), "", StringComparison.Ordinal)
                .Replace(answer.Text("instance"), "", StringComparison.Ordinal)
            : answer.Body;
        return ids.Where(id => id.Length > 1).OrderByDescending(id => id.Length).Aggregate(
            $"{answer.Status} {body}", (text, id) => text.Replace(id, "", StringComparison.Ordinal));
    }
}
