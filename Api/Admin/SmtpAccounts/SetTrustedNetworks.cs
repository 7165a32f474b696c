using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.SmtpAccounts;

/// <summary>Names the networks that may submit through an account without AUTH.</summary>
internal sealed class SetTrustedNetworks : IEndpoint
{
    private const int NetworkLengthMax = 50;

    public static Operation Operation { get; } = new(
        "PUT", "/v1/admin/tenants/{tenant}/smtp-accounts/{account}/trusted-networks", Audience.Operator,
        "setTrustedNetworks", AdminPath.Tag, "Replace an SMTP account's trusted networks")
    {
        Request = typeof(TrustedNetworksRequest),
        Outcomes = [new(204, "Replaced.")],
        Problems = [ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples =
        [
            new("office", "Two networks, verified senders only", """
                {"networks": ["192.0.2.0/24", "2001:db8::/48"], "any_sender": false}
                """, 204),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var networks = fields.Texts("networks", NetworkLengthMax);
        var anySender = fields.FlagOrNull("any_sender") ?? false;
        if (fields.Problem() is { } problem)
            return problem;
        if (await AdminPath.Account(call) is not { } account)
            return Problem.NotFound;
        return await account.SetTrustedNetworks(networks, anySender) is { } why
            ? Problem.Field("/networks", "invalid_network", why)
            : Call.NoContent;
    }
}

/// <param name="Networks">In CIDR form, such as 192.0.2.0/24; none of them another account's.</param>
/// <param name="AnySender">Whether they may use any sender address; false where absent.</param>
internal sealed record TrustedNetworksRequest(IReadOnlyList<string> Networks, bool? AnySender);
