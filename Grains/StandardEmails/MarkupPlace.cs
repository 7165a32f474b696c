namespace Actors.Grains.StandardEmails;

/// <summary>A stretch of an HTML text where a link stands.</summary>
public readonly record struct MarkupPlace(int Start, int End);
