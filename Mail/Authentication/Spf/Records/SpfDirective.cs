namespace Actors.Mail.Authentication.Spf.Records;

/// <param name="Text">As published, for explanations.</param>
internal sealed record SpfDirective(SpfQualifier Qualifier, SpfMechanism Mechanism, string Text);
