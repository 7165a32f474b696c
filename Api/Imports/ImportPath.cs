using Actors.Api.Contacts;
using Actors.Api.Hosting;
using Actors.Grains.Imports;

namespace Actors.Api.Imports;

/// <summary>What the endpoints on imports share.</summary>
internal static class ImportPath
{
    public const string Tag = ContactPath.Tag;

    /// <returns>Null where the path names none.</returns>
    public static IContactImportGrain? Find(Call call) =>
        ImportKey.TryParse(call.Tenant, call.Segment("import"), out var key) ? call.Grains.Import(key) : null;

    public static string Of(ImportView import) => $"/v1/contacts/imports/{import.Id}";
}
