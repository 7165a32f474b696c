namespace Actors.Mail.Authentication.Domains;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">The name in DNS that it is about.</param>
/// <param name="Text">What is there, in plain English, to be read after the name.</param>
/// <param name="Remedy">What to do, as a sentence; null when all is fine.</param>
public sealed record DomainFinding(DomainAspect Aspect, DomainState State, string Name, string Text, string? Remedy);
