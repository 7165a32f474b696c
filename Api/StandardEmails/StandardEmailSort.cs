using Actors.Api.Templates;

namespace Actors.Api.StandardEmails;

internal sealed class StandardEmailSort : IWordsSort
{
    public static string Path => "/v1/standard-emails/{kind}";

    public static string Name => "StandardEmail";

    public static string Noun => "a standard e-mail";

    public static Type Body => typeof(StandardEmailBody);

    public static Type ChangeRequest => typeof(ChangeStandardEmailRequest);
}
