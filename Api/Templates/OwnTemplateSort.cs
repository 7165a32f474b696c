namespace Actors.Api.Templates;

internal sealed class OwnTemplateSort : IWordsSort
{
    public static string Path => "/v1/templates/{template}";

    public static string Name => "Template";

    public static string Noun => "a template";

    public static Type Body => typeof(TemplateBody);

    public static Type ChangeRequest => typeof(ChangeTemplateRequest);
}
