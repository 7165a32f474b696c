using Actors.Api.Hosting;
using Actors.Api.StandardEmails;
using Microsoft.AspNetCore.Routing;

namespace Actors.Api.Templates;

internal static class TemplateEndpoints
{
    /// <summary>Templates, standard e-mails and what they share.</summary>
    public static IEndpointRouteBuilder AddTemplates(
        this IEndpointRouteBuilder routes, Gateway gateway) => routes
        .Add<ListStandardEmails>(gateway).Add<GetStandardEmail>(gateway).Add<ChangeStandardEmail>(gateway)
        .Add<PublishStandardEmail>(gateway).Add<ResetStandardEmail>(gateway).Add<PreviewStandardEmail>(gateway)
        .Add<TestStandardEmail>(gateway).Add<ListStandardEmailVersions>(gateway).Add<UseStandardEmailVersion>(gateway)
        .Add<GetEmailFooter>(gateway).Add<SetEmailFooter>(gateway)
        .Add<GetEmailLanguage>(gateway).Add<SetEmailLanguage>(gateway)
        .Add<ListTemplates>(gateway).Add<CreateTemplate>(gateway).Add<GetTemplate>(gateway)
        .Add<ChangeTemplate>(gateway).Add<DeleteTemplate>(gateway).Add<PublishTemplate>(gateway)
        .Add<ResetTemplate>(gateway).Add<PreviewTemplate>(gateway).Add<TestTemplate>(gateway)
        .Add<ListTemplateVersions>(gateway).Add<UseTemplateVersion>(gateway);
}
