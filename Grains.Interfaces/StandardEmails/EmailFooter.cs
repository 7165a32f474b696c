namespace Actors.Grains.StandardEmails;

/// <summary>What follows every mail of a tenant whose template does not leave it out: Handlebars, too.</summary>
/// <param name="Html">Null to make it of the text.</param>
[GenerateSerializer, Immutable, Alias("email-footer")]
public sealed record EmailFooter(string Text, string? Html);
