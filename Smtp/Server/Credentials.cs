namespace Actors.Smtp.Server;

/// <summary>What a client claims to be. Never logged.</summary>
internal sealed record Credentials(string Login, string Password)
{
    public override string ToString() => nameof(Credentials);
}
