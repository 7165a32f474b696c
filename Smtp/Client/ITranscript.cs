namespace Actors.Smtp.Client;

/// <summary>
/// Listens to dialogues for support. Lines come without line ends; content as its length only, passwords never. Called
/// on the dialogue's own path, so it must be quick and must not throw.
/// </summary>
public interface ITranscript
{
    void Sent(SmtpEndpoint endpoint, string line);

    void Received(SmtpEndpoint endpoint, string line);
}
