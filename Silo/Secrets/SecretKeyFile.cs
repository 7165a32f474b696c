using Actors.Grains.Ids;
using Actors.Silo.Files;
using Actors.Storage.Secrets;

namespace Actors.Silo.Secrets;

/// <summary>The file of the keys of sealed secrets, beside the database and not in it.</summary>
internal static class SecretKeyFile
{
    internal const string Name = "secret-keys";

    private const string Explanation = """
        # Keys that seal the secrets in the database (passwords of SMTP servers, private keys): a number and 32 octets
        # in base64 a line. The last line seals, all lines open. KEEP A COPY apart from the copies of the database:
        # without it no secret can be read again, and whoever has both has the secrets.

        """;

    /// <returns>Null where the file is not there or is good; else what is wrong with it.</returns>
    internal static string? Problem(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            return !File.Exists(path) || SecretKeys.TryParse(File.ReadAllText(path), out _, out var problem)
                ? null
                : problem;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }

    /// <param name="folder">Of the data.</param>
    /// <param name="given">The option, where it is set: then no file is read or made.</param>
    /// <param name="chance">Makes the first key.</param>
    /// <exception cref="InvalidOperationException">There are no good keys.</exception>
    internal static SecretKeys LoadOrCreate(string folder, string given, IIdSource chance)
    {
        var path = Path.Combine(folder, Name);
        if (given.Length == 0 && !File.Exists(path))
            Create(path, chance);
        return SecretKeys.TryParse(given.Length > 0 ? given : File.ReadAllText(path), out var keys, out var problem)
            ? keys
            : throw new InvalidOperationException($"{(given.Length > 0 ? "Secrets:Key" : path)}: {problem}");
    }

    /// <summary>Whole or not at all: a start that is cut short leaves no half of a key.</summary>
    private static void Create(string path, IIdSource chance)
    {
        var key = new byte[SecretKeys.KeyLength];
        chance.Fill(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path + ".new");
        SecretFile.Create(path + ".new", $"{Explanation}1 {Convert.ToBase64String(key)}\n");
        File.Move(path + ".new", path);
    }
}
