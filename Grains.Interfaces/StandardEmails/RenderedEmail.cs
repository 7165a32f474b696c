namespace Actors.Grains.StandardEmails;

/// <summary>Words that are ready to be sent.</summary>
/// <param name="Html">Null for a mail of plain text alone.</param>
[GenerateSerializer, Immutable, Alias("rendered-email")]
public sealed record RenderedEmail(string Subject, string Text, string? Html);
