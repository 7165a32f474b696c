using Actors.Mail.Envelopes;
using Actors.Storage.Json;

namespace Actors.Storage.Messages;

/// <summary>What a submitter said about notifications as JSON; nearly all say nothing, and nothing is stored.</summary>
internal static class DsnColumns
{
    public static DsnJson? JsonOf(EnvelopeDsn? envelope, RecipientDsn? recipient) =>
        envelope is null && recipient is null
            ? null
            : new()
            {
                Return = (int)(envelope?.Return ?? DsnReturn.Unspecified),
                EnvelopeId = envelope?.Id?.Encoded,
                Notify = (int)(recipient?.Notify ?? DsnNotify.Unspecified),
                Original = recipient?.Original?.ToString(),
            };

    public static EnvelopeDsn? EnvelopeOf(DsnJson? json) => json is null or { Return: 0, EnvelopeId: null }
        ? null
        : new((DsnReturn)json.Return, json.EnvelopeId is { } id ? EnvelopeId.Parse(id) : null);

    public static RecipientDsn? RecipientOf(DsnJson? json) => json is null or { Notify: 0, Original: null }
        ? null
        : new((DsnNotify)json.Notify, json.Original is { } original ? OriginalRecipient.Parse(original) : null);
}
