using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Actors.Interop.Tests.Lab;

/// <summary>A network of its own on this machine, with nothing in it but its loopback interface and the addresses
/// given to that. Programs run in it, and this process can open sockets in it.</summary>
/// <remarks>Its name carries the id of the process that made it, and a number where there are several, so that what a
/// killed one left behind is found, temporary folders of that name included.</remarks>
internal sealed class NetworkNamespace : IAsyncDisposable
{
    private const string Prefix = "actors-lab-";
    private const string Folder = "/run/netns/";
    private const int CloneNewNet = 0x40000000;

    /// <summary>Once: labs that begin at the same time would remove the same ones.</summary>
    private static readonly Lazy<Task> LeftOversRemoved = new(RemoveLeftOvers);

    private static int made;

    private NetworkNamespace(string name) => Name = name;

    public string Name { get; }

    public static async Task<NetworkNamespace> Create(IEnumerable<string> addresses)
    {
        await LeftOversRemoved.Value;
        var number = Interlocked.Increment(ref made);
        var network = new NetworkNamespace(
            string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{number}"));
        await Programs.Run("ip", "netns", "add", network.Name);
        await Programs.Run("ip", "-n", network.Name, "link", "set", "lo", "up");
        foreach (var address in addresses)
            await Programs.Run("ip", "-n", network.Name, "address", "add", address + "/32", "dev", "lo");
        return network;
    }

    /// <returns>How to start a program inside; the process is the program itself.</returns>
    public ProcessStartInfo Inside(string program, params string[] arguments) =>
        new("ip", ["netns", "exec", Name, program, .. arguments]);

    /// <summary>A TCP socket that lives inside, or in this machine's own network where there is no other.</summary>
    public static Socket SocketIn(NetworkNamespace? network) => network?.OpenSocket()
        ?? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>A TCP socket that lives inside.</summary>
    public Socket OpenSocket() => OpenSocket(SocketType.Stream, ProtocolType.Tcp);

    /// <summary>A thread of its own steps inside, opens it and ends.</summary>
    public Socket OpenSocket(SocketType type, ProtocolType protocol)
    {
        Socket? opened = null;
        Exception? fault = null;
        var thread = new Thread(() =>
        {
            try
            {
                using var place = File.OpenHandle(Folder + Name);
                if (SetNamespace(place, CloneNewNet) != 0)
                    throw new Win32Exception();
                opened = new Socket(AddressFamily.InterNetwork, type, protocol);
            }
            catch (Exception caught)
            {
                fault = caught;
            }
        });
        thread.Start();
        thread.Join();
        return opened ?? throw new InvalidOperationException($"no socket in {Name}", fault);
    }

    public async ValueTask DisposeAsync() => await Remove(Name);

    private static async Task RemoveLeftOvers()
    {
        if (!Directory.Exists(Folder))
            return;
        foreach (var name in Directory.EnumerateFiles(Folder, Prefix + "*").Select(path => Path.GetFileName(path)))
            if (IsLeftOver(name[Prefix.Length..].Split('-')[0]))
                await RemoveLeftOver(name);
    }

    /// <summary>Of a process that has ended: also of one that had this one's id before.</summary>
    private static bool IsLeftOver(string process) =>
        process == Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
        || !Directory.Exists("/proc/" + process);

    private static async Task RemoveLeftOver(string name)
    {
        try
        {
            await Remove(name);
            foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), name + "-*"))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (
            fault is InvalidOperationException or DirectoryNotFoundException && !File.Exists(Folder + name))
        {
            // another run removes it
        }
    }

    private static async Task Remove(string name)
    {
        while (await ProcessesIn(name) is { Count: > 0 } processes) // one may have started another
            ProcessTree.End(processes);
        await Programs.Run("ip", "netns", "delete", name);
    }

    private static async Task<IReadOnlyList<int>> ProcessesIn(string name) =>
        [.. (await Programs.Run("ip", "netns", "pids", name)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture))];

    [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetNamespace(SafeFileHandle place, int kind);
}
