using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Admin;

public sealed class ZoneTests
{
    [Fact]
    public async Task without_a_zone_the_operator_is_told_what_to_configure()
    {
        await using var own = await TestGateway.Start();
        (await own.Operator.Get("/v1/admin/zone").Status(200)).MediaType.ShouldBe("text/dns");

        own.Zone.Text = null;

        (await own.Operator.Get("/v1/admin/zone").Problem(409, "conflict")).Text("detail")
            .ShouldContain("Domains:Zone");
    }
}
