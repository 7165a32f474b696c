namespace Actors.Mail.Replies;

/// <summary>A rule of the classification as others may know it.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Source">A standard, or the name and address of the page on which a receiver explains it.</param>
public sealed record BounceRuleNote(string Id, BounceCategory Category, BounceScope Scope, string Source);
