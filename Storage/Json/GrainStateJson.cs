using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Storage.Json;

/// <summary>How the states of small grains are written: any type, by reflection, the ids and addresses in them as
/// text.</summary>
/// <remarks>Reflection, because generated code would overwrite the initialisers of properties that are
/// missing.</remarks>
internal static class GrainStateJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        options.Converters.Add(new TextConverter<TenantId>(id => id.Value, TenantId.Parse));
        options.Converters.Add(new TextConverter<AccountId>(id => id.Value, AccountId.Parse));
        options.Converters.Add(new TextConverter<SubmissionId>(id => id.Value, SubmissionId.FromKey));
        options.Converters.Add(new TextConverter<AccountKey>(key => key.ToString(), AccountKey.Parse));
        options.Converters.Add(new TextConverter<MessageKey>(key => key.ToString(), MessageKey.Parse));
        options.Converters.Add(new TextConverter<MessageId>(id => id.Key, text =>
            MessageId.TryParseKey(text, out var id) ? id : throw new FormatException($"'{text}' is no message id")));
        options.Converters.Add(new TextConverter<EmailAddress>(address => address.ToString(), EmailAddress.Parse));
        options.Converters.Add(new TextConverter<Mailbox>(mailbox => mailbox.ToString(), Mailbox.Parse));
        options.Converters.Add(new TextConverter<DomainName>(domain => domain.Ascii, DomainName.Parse));
        options.Converters.Add(new TextConverter<ReversePath>(path => path.ToString(), text =>
            ReversePath.TryParse(text, out var path) ? path : throw new FormatException("Not a reverse path.")));
        options.Converters.Add(new ReplyConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
