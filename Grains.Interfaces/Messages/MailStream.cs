namespace Actors.Grains.Messages;

/// <summary>Each stream is a lane of its own, so that a campaign never delays a receipt.</summary>
public enum MailStream
{
    Transactional = 0,
    Marketing = 1,
}
