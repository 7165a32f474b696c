namespace Actors.Silo.Configuration;

/// <summary>What somebody set an option to, and where.</summary>
/// <param name="Source">Such as <c>the command line</c>, for the person who has to change it.</param>
public sealed record GivenValue(DeclaredOption Option, string Text, string Source);
