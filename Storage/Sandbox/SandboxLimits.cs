namespace Actors.Storage.Sandbox;

/// <summary>How much of what the sandbox receives is kept.</summary>
public static class SandboxLimits
{
    /// <summary>Mails of one tenant; the oldest go first.</summary>
    public const int MailsMax = 1_000;
}
