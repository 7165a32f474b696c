using Actors.Crash.Processes;

namespace Actors.Crash.Settings;

/// <summary>Something that is set to one value after the other.</summary>
/// <param name="Name">For reports.</param>
/// <param name="Values">In turn. Null: it is taken away.</param>
/// <param name="Write">Sets it; safe to repeat.</param>
/// <param name="Read">What the server says it is.</param>
/// <param name="Listed">What the list that it stands in says; null where it stands in none.</param>
public sealed record Setting(
    string Name, IReadOnlyList<string?> Values, Func<Desk, string?, Task> Write, Func<Desk, Task<string?>> Read,
    Func<Desk, Task<string?>>? Listed = null)
{
    private readonly HashSet<string> possible = [Text(null)];
    private int written;

    /// <summary>Something that can be made once and is known to be there.</summary>
    public bool IsDone => Values.Count == 1 && possible.SetEquals([Text(Values[0])]);

    /// <summary>Writes its next value, and remembers what the server said to that.</summary>
    /// <exception cref="HttpRequestException">The server is gone.</exception>
    public async Task WriteNext(Desk desk)
    {
        var value = Values[written++ % Values.Count];
        possible.Add(Text(value)); // from now on: the server may do it and die before it says so
        await Write(desk, value);
        possible.Clear();
        possible.Add(Text(value));
    }

    /// <returns>What is wrong; null for nothing. What was seen once has to stay so.</returns>
    public async Task<string?> Check(Desk desk)
    {
        var found = Text(await Read(desk));
        if (!possible.Contains(found))
            return $"{Name} is {found}, and has to be {string.Join(" or ", possible)}";
        possible.Clear();
        possible.Add(found);
        return Listed is null || Text(await Listed(desk)) is var listed && listed == found
            ? null
            : $"{Name} is {found}, and its list says {Text(await Listed(desk))}";
    }

    private static string Text(string? value) => value is null ? "nothing" : $"'{value}'";
}

/// <summary>Both sides of the table.</summary>
/// <param name="Operator">With the operator's key.</param>
/// <param name="Customer">With the key of the tenant <c>demo</c>.</param>
public sealed record Desk(SettingsApi Operator, SettingsApi Customer) : IDisposable
{
    /// <param name="line">On the way to the server; null for nothing.</param>
    public static Desk Of(Announcement there, FirstKeys keys, LostAnswers? line = null) =>
        new(new SettingsApi(there.Http, keys.Operator, line), new SettingsApi(there.Http, keys.Api, line));

    public void Dispose()
    {
        Operator.Dispose();
        Customer.Dispose();
    }
}
