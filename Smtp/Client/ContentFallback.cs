using Actors.Mail.Replies;

namespace Actors.Smtp.Client;

/// <summary>Another form of a content for a server that lacks something, or why there is none: a closed set.</summary>
public abstract record ContentFallback
{
    private ContentFallback()
    {
    }

    /// <param name="Content">In order, cut anywhere, as <see cref="OutgoingMessage.Content"/>.</param>
    public sealed record Made(IReadOnlyList<ReadOnlyMemory<byte>> Content) : ContentFallback;

    /// <param name="Reply">Permanent: 5.6.3, 5.6.7, 5.6.9.</param>
    public sealed record Impossible(Reply Reply) : ContentFallback;
}
