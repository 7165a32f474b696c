using System.Diagnostics.CodeAnalysis;

namespace Actors.Silo.Files;

/// <summary>Files that settings name, such as keys: read to a limit, whatever their size is said to be.</summary>
internal static class SmallFile
{
    /// <param name="octetsMax">A pipe or a device says that it has none, and may have no end.</param>
    /// <param name="reason">Why there is no content, with the file's full path.</param>
    public static bool TryRead(
        string file,
        int octetsMax,
        [NotNullWhen(true)] out byte[]? content,
        [NotNullWhen(false)] out string? reason)
    {
        (content, reason) = (null, null);
        var path = Path.GetFullPath(file);
        try
        {
            using var source = File.OpenRead(path);
            var buffer = new byte[octetsMax + 1];
            var length = source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (length <= octetsMax)
                content = buffer[..length];
            else
                reason = $"{path} is larger than {octetsMax} bytes";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            reason = fault is FileNotFoundException or DirectoryNotFoundException ? $"there is no {path}"
                : Directory.Exists(path) ? $"{path} is a folder"
                : $"{path} cannot be read";
        }

        return content is not null;
    }
}
