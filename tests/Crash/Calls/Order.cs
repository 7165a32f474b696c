namespace Actors.Crash.Calls;

/// <summary>Whether a message was on stable storage when its client was told so.</summary>
public static class Order
{
    private const string LogSuffix = "-wal";

    /// <param name="calls">Of the server's process.</param>
    /// <param name="data">The data folder, without a slash at its end.</param>
    /// <param name="mark">That the message carries and no other.</param>
    /// <param name="id">msg_..., as the client was told.</param>
    /// <returns>What is out of order; empty when all is well.</returns>
    public static IEnumerable<string> Check(IReadOnlyList<SystemCall> calls, string data, string mark, string id)
    {
        if (calls.FirstOrDefault(call => call.IsSend && IsAnswer(call.Text, id)) is not { } answer)
            return [$"{mark}: no answer names {id}"];
        var before = calls.Where(call => call.Began < answer.Began && IsWithin(call, data)).ToArray();
        var key = id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
        var writes = before.Where(call => call.IsWrite && (Holds(call, mark) || Holds(call, key))).ToArray();
        var problems = new List<string>();
        if (!writes.Any(write => Holds(write, mark)))
            problems.Add($"{mark}: answered, and never written");
        if (!writes.Any(IsLog))
            problems.Add($"{mark}: answered, and the log does not name it");
        foreach (var file in writes.GroupBy(write => write.Path))
            problems.AddRange(CheckFile(before, answer, mark, file.Key, [.. file]));
        return problems;
    }

    private static IEnumerable<string> CheckFile(
        SystemCall[] calls, SystemCall answer, string mark, string path, SystemCall[] writes)
    {
        var written = writes.Max(write => write.Ended);
        if (!IsSynced(calls, answer, path, written))
            yield return $"{mark}: no fsync of {path} lies between its last write and the answer";
        if (IsLog(writes[0]))
            yield break;
        var folder = Path.GetDirectoryName(path)!;
        if (!IsSynced(calls, answer, folder, writes.Min(write => write.Began)))
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

    private static bool Holds(SystemCall write, string text) => write.Text.Contains(text, StringComparison.Ordinal);
}
