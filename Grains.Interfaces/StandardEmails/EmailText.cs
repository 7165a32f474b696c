namespace Actors.Grains.StandardEmails;

/// <summary>The words of a standard e-mail or template, as its authors write them: Handlebars, not filled in.</summary>
/// <param name="Html">Null for a mail of plain text alone.</param>
/// <param name="Footer">Whether the tenant's footer follows.</param>
[GenerateSerializer, Immutable, Alias("email-text")]
public sealed record EmailText(string Subject, string Text, string? Html, bool Footer);
