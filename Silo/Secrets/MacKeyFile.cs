using Actors.Grains.Ids;
using Actors.Mail.Macs;
using Actors.Silo.Files;

namespace Actors.Silo.Secrets;

/// <summary>A file of keys that prove what was given out, beside the database and not in it.</summary>
internal sealed class MacKeyFile
{
    /// <summary>Of return paths.</summary>
    internal static readonly MacKeyFile ReturnPaths = new(
        "return-path-keys",
        """
        # Keys of return paths: a number and 32 octets in base64 a line. The last line makes new return paths, all
        # lines recognise what came back. To replace the key, add a line with another number and restart; remove the
        # old one after a month. Keep a copy: without it a bounce cannot be told from a forged one.

        """);

    /// <summary>Of links to unsubscribe.</summary>
    internal static readonly MacKeyFile Unsubscribing = new(
        "unsubscribe-keys",
        """
        # Keys of links to unsubscribe: a number and 32 octets in base64 a line. The last line makes new links, all
        # lines recognise those that were sent. To replace the key, add a line with another number and restart; keep
        # the old ones as long as mail with their links is read. Keep a copy: without it nobody can leave by such mail.

        """);

    private const byte FirstId = 1;

    private readonly string explanation;

    private MacKeyFile(string name, string explanation) => (Name, this.explanation) = (name, explanation);

    internal string Name { get; }

    /// <returns>Null where the file is not there or is good; else what is wrong with it.</returns>
    internal string? Problem(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            return !File.Exists(path) || MacKeys.TryParse(File.ReadAllText(path), out _, out var problem)
                ? null
                : problem;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }

    /// <exception cref="InvalidOperationException">It holds no keys.</exception>
    internal MacKeys LoadOrCreate(string folder, IIdSource chance)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            Create(path, chance);
        return MacKeys.TryParse(File.ReadAllText(path), out var keys, out var problem)
            ? keys
            : throw new InvalidOperationException($"{path}: {problem}");
    }

    /// <summary>Whole or not at all: a start that is cut short leaves no half of a key.</summary>
    private void Create(string path, IIdSource chance)
    {
        var secret = new byte[MacKey.SecretLength];
        chance.Fill(secret);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path + ".new");
        SecretFile.Create(
            path + ".new", explanation + MacKeys.Of(new MacKey(FirstId, secret)).Export());
        File.Move(path + ".new", path);
    }
}
