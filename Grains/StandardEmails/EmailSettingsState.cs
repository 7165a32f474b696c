namespace Actors.Grains.StandardEmails;

[GenerateSerializer, Alias("email-settings-state")]
public sealed record EmailSettingsState
{
    [Id(0)] public string Language { get; init; } = EmailLanguages.Default;

    /// <summary>Null for none.</summary>
    [Id(1)] public EmailFooter? Footer { get; init; }
}
