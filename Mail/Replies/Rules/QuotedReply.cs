using System.Buffers;

namespace Actors.Mail.Replies.Rules;

/// <summary>Finds where a report or log stops talking and quotes the receiver.</summary>
internal static class QuotedReply
{
    private static readonly SearchValues<string> Marks = SearchValues.Create(
        [
            "response was:", "response from the remote server was:", "server returned was:", "error was:", " said:",
            "host said:", "responded as follows:", "returned '", "responded with:", "failed with:", "reply was:",
            "given by the server:", "following error message:", "reason given:", "diagnostic-code:", "the reason was:",
            "respuesta del servidor remoto fue:", "respuesta fue:", "antwort des servers:", "antwort war:",
            "la reponse etait", "la réponse était", "resposta foi:", "risposta era:",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <param name="codeAt">Where the reply code stands, or 0.</param>
    /// <returns>The quotation; empty where there is none.</returns>
    internal static ReadOnlySpan<char> In(ReadOnlySpan<char> text, int codeAt)
    {
        var at = text.IndexOfAny(Marks);
        if (at < 0)
            return codeAt == 0 ? default : text[codeAt..];
        var quoted = text[at..];
        return quoted[(quoted.IndexOfAny(':', '\'') + 1)..];
    }
}
