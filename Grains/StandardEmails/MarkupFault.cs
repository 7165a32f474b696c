namespace Actors.Grains.StandardEmails;

/// <param name="At">Where, in UTF-16 code units.</param>
/// <param name="What">The rest of a sentence that says what is wrong there.</param>
public sealed record MarkupFault(int At, string Code, string What);
