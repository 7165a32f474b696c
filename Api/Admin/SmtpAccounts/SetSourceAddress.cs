using System.Net;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.SmtpAccounts;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.SmtpAccounts;

/// <summary>Assigns the address that an account with a dedicated IP sends from.</summary>
internal sealed class SetSourceAddress : IEndpoint
{
    private const int AddressLengthMax = 45;

    public static Operation Operation { get; } = new(
        "PUT", "/v1/admin/tenants/{tenant}/smtp-accounts/{account}/source-address", Audience.Operator,
        "setSourceAddress", AdminPath.Tag, "Assign an SMTP account's source address")
    {
        Description =
            "For an account with a dedicated IP: its mail is sent from there, from the next attempt on. The address is "
            + "one of this host, not the one that everybody sends from, and of no other tenant's account.",
        Request = typeof(SourceAddressRequest),
        Outcomes = [new(200, "Assigned.", typeof(SmtpAccountBody))],
        Problems =
            [ProblemTypes.NotFound, ProblemTypes.Conflict, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples =
        [
            new("address", "With a name of its own for EHLO", """
                {"address": "192.0.2.25", "hello_name": "mail25.example.net"}
                """, 200),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var text = fields.Text("address", AddressLengthMax);
        var helloName = fields.TextOrNull("hello_name", AccountLimits.HostLengthMax);
        if (!IPAddress.TryParse(text, out var address) && text.Length > 0)
            fields.Error<string>("address", "invalid_address", "This is no IP address.");
        if (!DomainName.TryParse(helloName, out var name) && helloName is not null)
            fields.Error<string>("hello_name", "domain_syntax", "This is no name of a host.");
        if (fields.Problem() is { } problem)
            return problem;
        return await AdminPath.Account(call) is { } account
            ? Call.Answer(
                await account.SendFrom(new SourceAddress(address!.ToString(), name?.Ascii)), SmtpAccountBody.Of,
                ApiJson.Wire.SmtpAccountBody)
            : Problem.NotFound;
    }
}

/// <param name="Address">IPv4 or IPv6.</param>
/// <param name="HelloName">What is said in EHLO, which should be what the address resolves back to; absent for the
/// platform's name.</param>
internal sealed record SourceAddressRequest(string Address, string? HelloName);
