namespace Actors.Crash.Contacts;

/// <summary>Something that is done again until it is answered.</summary>
/// <param name="Subject">Whose it is: an address, or the name of a submission.</param>
/// <param name="Addresses">Of the readers it is about.</param>
/// <param name="Letter">What it answers; null for nothing.</param>
internal sealed record Errand(Deed What, string Subject, IReadOnlyList<string> Addresses, Letter? Letter);
