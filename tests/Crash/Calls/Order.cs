namespace Actors.Crash.Calls;

/// <summary>Whether a message was on stable storage when its client was told so.</summary>
public static class Order
{
    private const string LogSuffix = "-wal";

    /// <param name="calls">Of the server's process.</param>
    /// <param name="data">The data folder, without a slash at its end.</param>
    /// <param name="marks">That the message carries and no other, each of its recipients among them.</param>
    /// <param name="id">msg_..., as the client was told.</param>
    /// <returns>What is out of order; empty when all is well.</returns>
    /// <remarks>A mark counts where it is written first: later transactions write pages that still hold it, for
    /// instance with the outcome of a delivery that was faster than the answer.</remarks>
    public static IReadOnlyList<string> Check(
        IReadOnlyList<SystemCall> calls, string data, IReadOnlyList<string> marks, string id)
    {
        if (calls.FirstOrDefault(call => call.IsSend && IsAnswer(call.Text, id)) is not { } answer)
            return [$"{marks[0]}: no answer names {id}"];
        var before = calls.Where(call => call.Began < answer.Began && IsWithin(call, data)).ToArray();
        var key = id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
        var problems = new List<string>();
        foreach (var mark in (string[])[.. marks, key])
        {
            var files = before.Where(call => call.IsWrite && Holds(call, mark)).GroupBy(call => call.Path).ToArray();
            if (files.Length == 0)
                problems.Add($"{mark}: answered, and never written");
            foreach (var file in files)
                problems.AddRange(CheckFile(before, answer, mark, file.First()));
        }
        return problems;
    }

    private static IEnumerable<string> CheckFile(
        SystemCall[] calls, SystemCall answer, string mark, SystemCall write)
    {
        if (!IsSynced(calls, answer, write.Path, write.Ended))
            yield return $"{mark}: no fsync of {write.Path} lies between its write and the answer";
        if (IsLog(write))
            yield break;
        var folder = Path.GetDirectoryName(write.Path)!;
        if (!IsSynced(calls, answer, folder, write.Began))
            yield return $"{mark}: no fsync of the folder {folder} lies between the new file and the answer";
        if (calls.FirstOrDefault(call => IsMaking(call, folder)) is { } made
            && !IsSynced(calls, answer, Path.GetDirectoryName(folder)!, made.Ended))
            yield return $"{mark}: {folder} is new, and no fsync of the folder above it precedes the answer";
    }

    /// <summary>Begun after <paramref name="from"/>, and over with success before the answer began.</summary>
    private static bool IsSynced(SystemCall[] calls, SystemCall answer, string path, int from) => calls.Any(
        call => call.IsSync && call.Path == path && call.Began > from && call.Ended < answer.Began && call.Result == 0);

    private static bool IsAnswer(string text, string id) => text.Contains(id, StringComparison.Ordinal)
        && (text.Contains("\"250 2.0.0", StringComparison.Ordinal)
            || text.Contains("HTTP/1.1 202", StringComparison.Ordinal));

    private static bool IsWithin(SystemCall call, string data) =>
        call.Path.StartsWith(data, StringComparison.Ordinal)
        || call.Text.Contains($"\"{data}/", StringComparison.Ordinal);

    private static bool IsMaking(SystemCall call, string folder) =>
        call.Name is "mkdir" or "mkdirat" && call.Text.Contains($"\"{folder}\"", StringComparison.Ordinal);

    private static bool IsLog(SystemCall write) => write.Path.EndsWith(LogSuffix, StringComparison.Ordinal);

    /// <summary>In what it writes, not in the name of the file.</summary>
    private static bool Holds(SystemCall write, string text) =>
        write.Text.IndexOf(text, write.Path.Length, StringComparison.Ordinal) >= 0;
}
