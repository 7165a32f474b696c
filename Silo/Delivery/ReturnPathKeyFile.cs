using Actors.Grains.Ids;
using Actors.Mail.Reports.ReturnPaths;
using Actors.Silo.Files;

namespace Actors.Silo.Delivery;

/// <summary>The file of the keys of return paths, beside the database and not in it.</summary>
internal static class ReturnPathKeyFile
{
    internal const string Name = "return-path-keys";
    private const byte FirstId = 1;

    private const string Explanation = """
        # Keys of return paths: a number and 32 octets in base64 a line. The last line makes new return paths, all
        # lines recognise what came back. To replace the key, add a line with another number and restart; remove the
        # old one after a month. Keep a copy: without it a bounce cannot be told from a forged one.

        """;

    /// <returns>Null where the file is not there or is good; else what is wrong with it.</returns>
    internal static string? Problem(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            return !File.Exists(path) || ReturnPathKeys.TryParse(File.ReadAllText(path), out _, out var problem)
                ? null
                : problem;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }

    /// <exception cref="InvalidOperationException">It holds no keys.</exception>
    internal static ReturnPathKeys LoadOrCreate(string folder, IIdSource chance)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            Create(path, chance);
        return ReturnPathKeys.TryParse(File.ReadAllText(path), out var keys, out var problem)
            ? keys
            : throw new InvalidOperationException($"{path}: {problem}");
    }

    /// <summary>Whole or not at all: a start that is cut short leaves no half of a key.</summary>
    private static void Create(string path, IIdSource chance)
    {
        var secret = new byte[ReturnPathKey.SecretLength];
        chance.Fill(secret);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path + ".new");
        SecretFile.Create(
            path + ".new", Explanation + ReturnPathKeys.Of(new ReturnPathKey(FirstId, secret)).Export());
        File.Move(path + ".new", path);
    }
}
