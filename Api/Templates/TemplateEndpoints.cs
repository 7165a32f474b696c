using Actors.Api.Hosting;
using Actors.Api.StandardEmails;
using Microsoft.AspNetCore.Routing;

namespace Actors.Api.Templates;

internal static class TemplateEndpoints
{
    /// <summary>Templates, standard e-mails and what they share.</summary>
    public static IEndpointRouteBuilder AddTemplates(
        this IEndpointRouteBuilder routes, Gateway gateway) => routes
        .Add<ListStandardEmails>(gateway).AddWords<StandardEmailSort>(gateway).Add<ResetStandardEmail>(gateway)
        .Add<GetEmailFooter>(gateway).Add<SetEmailFooter>(gateway)
        .Add<GetEmailLanguage>(gateway).Add<SetEmailLanguage>(gateway)
        .Add<ListTemplates>(gateway).Add<CreateTemplate>(gateway).AddWords<OwnTemplateSort>(gateway)
        .Add<DeleteTemplate>(gateway).Add<ResetTemplate>(gateway);

    private static IEndpointRouteBuilder AddWords<TSort>(this IEndpointRouteBuilder routes, Gateway gateway)
        where TSort : IWordsSort => routes
        .Add<GetWords<TSort>>(gateway).Add<ChangeWords<TSort>>(gateway).Add<PublishWords<TSort>>(gateway)
        .Add<PreviewWords<TSort>>(gateway).Add<TestWords<TSort>>(gateway)
        .Add<ListWordsVersions<TSort>>(gateway).Add<UseWordsVersion<TSort>>(gateway);
}
