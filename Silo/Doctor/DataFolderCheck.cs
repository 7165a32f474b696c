using System.Diagnostics;
using System.Globalization;

namespace Actors.Silo.Doctor;

/// <summary>Whether the data folder can be written, how much room it has, and what an fsync costs there.</summary>
internal static class DataFolderCheck
{
    private const long GiB = 1024L * 1024 * 1024;
    private const long RoomMin = GiB;
    private const long RoomWanted = 10 * GiB;
    private const int Fsyncs = 8;

    /// <summary>Slower than this, a commit makes senders wait.</summary>
    private static readonly TimeSpan FsyncSlow = TimeSpan.FromMilliseconds(50);

    public static IEnumerable<Finding> Look(Patient patient)
    {
        var folder = Existing(Path.GetFullPath(patient.Settings.Data));
        yield return Room(folder);
        yield return Writing(folder, patient.Time);
    }

    private static Finding Room(string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var text = string.Create(CultureInfo.InvariantCulture, $"has {free / (double)GiB:0.0} GiB free ({folder})");
        const string Remedy = "Make room, or move the data folder with --data: a full disk refuses all new mail.";
        return free < RoomMin ? Finding.Fail("disk", text, Remedy)
            : free < RoomWanted ? Finding.Warn("disk", text, Remedy)
            : Finding.Ok("disk", text);
    }

    private static Finding Writing(string folder, TimeProvider time)
    {
        var probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
        try
        {
            var slowest = TimeSpan.Zero;
            using (var file = new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.None, 1))
            {
                for (var i = 0; i < Fsyncs; i++)
                {
                    file.Write(new byte[4096]);
                    var began = time.GetTimestamp();
                    file.Flush(flushToDisk: true);
                    slowest = time.GetElapsedTime(began) is var took && took > slowest ? took : slowest;
                }
            }
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"can be written; an fsync takes up to {slowest.TotalMilliseconds:0.0} ms");
            return slowest <= FsyncSlow
                ? Finding.Ok("data folder", text)
                : Finding.Warn("data folder", text, "Use a local SSD: every acceptance of mail waits for an fsync.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Finding.Fail(
                "data folder", fault.Message, "Make the folder writable for this user, or name another.");
        }
        finally
        {
            File.Delete(probe);
        }
    }

    /// <summary>The folder, or what there is of the way to it.</summary>
    private static string Existing(string folder)
    {
        while (!Directory.Exists(folder))
            folder = Path.GetDirectoryName(folder) ?? throw new UnreachableException("the root exists");
        return folder;
    }
}
