using System.Collections.Frozen;

namespace Actors.Mail.Messages.Downgrading;

internal static class FieldKinds
{
    private static readonly FrozenDictionary<string, FieldKind> Kinds = new Dictionary<string, FieldKind>
    {
        ["From"] = FieldKind.Addresses,
        ["Sender"] = FieldKind.Addresses,
        ["Reply-To"] = FieldKind.Addresses,
        ["To"] = FieldKind.Addresses,
        ["Cc"] = FieldKind.Addresses,
        ["Resent-From"] = FieldKind.Addresses,
        ["Resent-Sender"] = FieldKind.Addresses,
        ["Resent-To"] = FieldKind.Addresses,
        ["Resent-Cc"] = FieldKind.Addresses,
        ["Disposition-Notification-To"] = FieldKind.Addresses,
        ["Content-Type"] = FieldKind.Parameters,
        ["Content-Disposition"] = FieldKind.Parameters,
        ["List-Help"] = FieldKind.Addressed,
        ["List-Unsubscribe"] = FieldKind.Addressed,
        ["List-Subscribe"] = FieldKind.Addressed,
        ["List-Post"] = FieldKind.Addressed,
        ["List-Owner"] = FieldKind.Addressed,
        ["List-Archive"] = FieldKind.Addressed,
        ["List-Id"] = FieldKind.ListId,
        ["Received"] = FieldKind.Trace,
        ["Message-ID"] = FieldKind.Fixed,
        ["In-Reply-To"] = FieldKind.Fixed,
        ["References"] = FieldKind.Fixed,
        ["Resent-Message-ID"] = FieldKind.Fixed,
        ["Content-ID"] = FieldKind.Fixed,
        ["Content-Transfer-Encoding"] = FieldKind.Fixed,
        ["MIME-Version"] = FieldKind.Fixed,
        ["Date"] = FieldKind.Fixed,
        ["Resent-Date"] = FieldKind.Fixed,
        ["List-Unsubscribe-Post"] = FieldKind.Fixed,
        ["Auto-Submitted"] = FieldKind.Fixed,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static FieldKind Of(string name) => Kinds.GetValueOrDefault(name);
}
