namespace Actors.Mail.Authentication.Domains;

/// <summary>How something stands, the best first.</summary>
public enum DomainState
{
    Fine,

    /// <summary>It works, and could be better.</summary>
    Weak,

    /// <summary>DNS gave no answer: look again later.</summary>
    Unknown,

    /// <summary>Nothing is published.</summary>
    Missing,

    /// <summary>What is published does not do what it should.</summary>
    Wrong,
}
