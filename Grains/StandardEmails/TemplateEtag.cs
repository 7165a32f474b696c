namespace Actors.Grains.StandardEmails;

/// <summary>Versions of what is there before anybody has stored it.</summary>
internal static class TemplateEtag
{
    /// <summary>As of an original: so that the first change, too, can be made on what was seen.</summary>
    public const string Untouched = "original";
}
