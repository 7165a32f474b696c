namespace Actors.Smtp.Client;

/// <summary>Whether it is known what became of the message.</summary>
public enum Certainty
{
    Certain,

    /// <summary>
    /// The final dot was, even possibly, sent and no answer came: the receiver may have the message, and sending it
    /// again may make a duplicate (RFC 5321 §6.1).
    /// </summary>
    Uncertain,
}
