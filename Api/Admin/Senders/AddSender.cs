using System.Diagnostics.CodeAnalysis;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Senders;

/// <summary>Lets a tenant send from a domain, or from one address.</summary>
internal sealed class AddSender : IEndpoint
{
    private const int SenderLengthMax = AddressLimits.AddressOctetsMax;

    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/senders", Audience.Operator, "addSender", AdminPath.Tag,
        "Add a verified sender")
    {
        Description = "The operator vouches for it. Repeating it changes nothing.",
        Request = typeof(SenderBody),
        Outcomes = [new(201, "Added.", typeof(SenderBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples =
        [
            new("domain", "Every address of a domain", """{"sender": "shop.example"}""", 201),
            new("address", "One address", """{"sender": "newsletter@other.example"}""", 201),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var text = fields.Text("sender", SenderLengthMax);
        if (!TryParse(text, out var sender) && text.Length > 0)
            fields.Error<string>("sender", "address_syntax", "A sender is a domain or an address.");
        if (fields.Problem() is { } problem)
            return problem;
        if (await AdminPath.Tenant(call) is not { } tenant)
            return Problem.NotFound;
        await tenant.Grain.AddSender(sender!);
        return Call.Created(new SenderBody(Api.Tenants.TenantBody.NameOf(sender!)), ApiJson.Wire.SenderBody, null);
    }

    /// <summary>With an "@" one address, without a whole domain.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out VerifiedSender? sender)
    {
        sender = EmailAddress.TryParse(text, out var address) ? new VerifiedSender(address.Domain, address)
            : DomainName.TryParse(text, out var domain) ? new VerifiedSender(domain, null)
            : null;
        return sender is not null;
    }
}

/// <param name="Sender">A domain such as shop.example, or an address such as news@shop.example.</param>
internal sealed record SenderBody(string Sender);
