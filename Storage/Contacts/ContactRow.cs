using System.Globalization;
using System.Text.Json;
using Actors.Grains.Contacts;
using Actors.Mail.Addresses;
using Actors.Storage.Databases;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Contacts;

/// <summary>A row of <c>contacts</c> as it was read.</summary>
internal readonly record struct ContactRow(ContactHash Hash, long Version, ContactState State)
{
    /// <summary>What <see cref="Read"/> expects, in this order.</summary>
    public const string Columns = "hash, version, is_contact, address, created_at, state";

    private static readonly Sql ByHash = new($"SELECT {Columns} FROM contacts WHERE tenant = ?1 AND hash = ?2");

    public string Etag => EtagOf(Version);

    public static string EtagOf(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <returns>Null where nothing is known of it.</returns>
    public static ContactRow? Find(IReading reading, long tenant, ContactHash hash)
    {
        using var row = reading.Prepare(ByHash);
        row.Bind(1, tenant);
        row.BindBlob(2, hash.ToBytes());
        return row.Step() ? Read(row) : null;
    }

    public static ContactRow Read(IStatement row) => new(
        ContactHash.Of(row.Bytes(0)),
        row.Number(1),
        (JsonSerializer.Deserialize<ContactState>(row.Bytes(5), GrainStateJson.Options)
            ?? throw new JsonException("A stored contact is null.")) with
        {
            IsContact = row.Number(2) != 0,
            Address = row.IsNull(3) ? null : EmailAddress.Parse(row.Text(3)),
            CreatedAt = StoredTime.Read(row.Number(4)),
        });
}
