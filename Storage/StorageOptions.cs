using System.Globalization;

namespace Actors.Storage;

/// <summary>Where and how things are stored: configuration section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Folder of the database and of large contents; created where there is none. Default
    /// <c>./data</c>.</summary>
    /// <remarks>On a local disk: file locks and fsync of network file systems cannot be trusted.</remarks>
    public string Folder { get; set; } = "./data";

    /// <summary>Days after its terminal event that a message, its content and its events are kept.
    /// Default 30, 1 to 3,650.</summary>
    public int RetentionDays { get; set; } = 30;

    /// <summary>Bytes of newly accepted content kept in memory for the first attempt. Default 64 MiB, 0 to 4 GiB; 0
    /// reads every content back from disk.</summary>
    public long FreshContentBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>Newly accepted messages kept in memory until their grain begins. Default 100,000, 0 to 1,000,000; about
    /// 1 kB each.</summary>
    public int BirthsMax { get; set; } = 100_000;

    /// <summary>Connections for reading, each with 2 MiB of cache. Default 4, 1 to 64.</summary>
    public int Readers { get; set; } = 4;

    /// <returns>Every problem, each naming its option, the rule and the value found; empty when there is
    /// none.</returns>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(Folder))
            problems.Add($"{Section}:{nameof(Folder)} must name a folder.");
        Check(problems, nameof(RetentionDays), RetentionDays, 1, 3_650);
        Check(problems, nameof(FreshContentBytes), FreshContentBytes, 0, 4L * 1024 * 1024 * 1024);
        Check(problems, nameof(BirthsMax), BirthsMax, 0, 1_000_000);
        Check(problems, nameof(Readers), Readers, 1, 64);
        return problems;
    }

    private static void Check(List<string> problems, string option, long value, long min, long max)
    {
        if (value < min || value > max)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"{Section}:{option} must be {min} to {max}, and is {value}."));
        }
    }
}
