using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Senders;

/// <summary>Deletes a sender, its certificate with it.</summary>
internal sealed class DeleteSender : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/senders/{sender}", Audience.Tenant, "deleteSender", SenderPath.Tag, "Delete a sender")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "Mail that was accepted before still goes, without S/MIME. Refused while an SMTP account sends from the " +
            "address by itself, as its own address or as the fallback for From.",
        Outcomes = [new(204, "Deleted.")],
        Problems = [ProblemTypes.NotFound, ProblemTypes.InUse, ProblemTypes.PreconditionFailed],
    };

    public static async Task<IResult> Handle(Call call) =>
        !SenderPath.TryFind(call, out var sender) ? Problem.NotFound
        : await sender.Delete(call.IfMatch) is { } refusal ? Problem.Of(refusal)
        : Call.NoContent;
}
