using Actors.Api.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Actors.Api.Senders;

/// <summary>Senders, their confirmation and their certificates.</summary>
internal static class SenderEndpoints
{
    public static IEndpointRouteBuilder AddSenders(this IEndpointRouteBuilder routes, Gateway gateway) => routes
        .Add<RegisterSender>(gateway).Add<ListSenders>(gateway).Add<GetSender>(gateway)
        .Add<RenameSender>(gateway).Add<DeleteSender>(gateway).Add<ResendConfirmation>(gateway)
        .Add<SetCertificate>(gateway).Add<RemoveCertificate>(gateway)
        .Add<GetSendersPolicy>(gateway).Add<SetSendersPolicy>(gateway);
}
