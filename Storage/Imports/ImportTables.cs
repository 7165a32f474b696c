using Actors.Grains.Imports;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Imports;

/// <summary>Parts and errors of imports.</summary>
internal static class ImportTables
{
    private static readonly Sql InsertPart = new(
        "INSERT INTO import_parts (tenant, import, ends, octets) VALUES (?1, ?2, ?3, ?4)");

    private static readonly Sql DeleteParts = new(
        "DELETE FROM import_parts WHERE tenant = ?1 AND import = ?2 AND ends <= ?3");

    private static readonly Sql InsertError = new("""
        INSERT INTO import_errors (tenant, import, no, at_row, code, detail, shown)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """);

    private static readonly Sql DeleteErrors = new("DELETE FROM import_errors WHERE tenant = ?1 AND import = ?2");

    private static readonly Sql DeletePartsOfTenant = new("""
        DELETE FROM import_parts WHERE no IN (SELECT no FROM import_parts WHERE tenant = ?1 LIMIT ?2)
        """);

    private static readonly Sql DeleteErrorsOfTenant = new("""
        DELETE FROM import_errors WHERE (tenant, import, no) IN (
            SELECT tenant, import, no FROM import_errors WHERE tenant = ?1 LIMIT ?2)
        """);

    /// <summary>Parts erased in one write: 2 MiB.</summary>
    private const int PartsMax = 8;

    private const int ErrorsMax = 1_000;

    public static void AddPart(WriteScope scope, long tenant, string import, ImportPart part)
    {
        using var statement = scope.Prepare(InsertPart);
        statement.Bind(1, tenant);
        statement.Bind(2, import);
        statement.Bind(3, part.Offset + part.Octets.Length);
        statement.BindBlob(4, part.Octets);
        statement.Execute();
    }

    /// <summary>Those that lie wholly before an octet.</summary>
    public static void RemoveParts(WriteScope scope, long tenant, string import, long before)
    {
        using var statement = scope.Prepare(DeleteParts);
        statement.Bind(1, tenant);
        statement.Bind(2, import);
        statement.Bind(3, before);
        statement.Execute();
    }

    public static void AddError(WriteScope scope, long tenant, string import, int number, ImportError error)
    {
        using var statement = scope.Prepare(InsertError);
        statement.Bind(1, tenant);
        statement.Bind(2, import);
        statement.Bind(3, (long)number);
        statement.Bind(4, error.Row);
        statement.Bind(5, error.Code);
        statement.Bind(6, error.Detail);
        statement.Bind(7, error.Shown);
        statement.Execute();
    }

    /// <summary>All errors; its parts are removed before.</summary>
    public static void Clear(WriteScope scope, long tenant, string import)
    {
        using var statement = scope.Prepare(DeleteErrors);
        statement.Bind(1, tenant);
        statement.Bind(2, import);
        statement.Execute();
    }

    /// <summary>Some of what a tenant that has left imported.</summary>
    /// <returns>How many were erased; 0 when none was left.</returns>
    public static int Erase(WriteScope scope, long tenant)
    {
        using var parts = scope.Prepare(DeletePartsOfTenant);
        parts.Bind(1, tenant);
        parts.Bind(2, (long)PartsMax);
        using var errors = scope.Prepare(DeleteErrorsOfTenant);
        errors.Bind(1, tenant);
        errors.Bind(2, (long)ErrorsMax);
        return parts.Execute() + errors.Execute();
    }
}
