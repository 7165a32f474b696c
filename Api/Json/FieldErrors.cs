using System.Globalization;
using System.Text;
using Actors.Api.Problems;

namespace Actors.Api.Json;

/// <summary>Collects what is wrong with a body, each with the JSON pointer of the place being read.</summary>
/// <param name="root">Pointer of the value being read: empty for the whole body.</param>
internal sealed class FieldErrors(string root = "")
{
    /// <summary>How many are told. A body of a million faults is as wrong as one of twenty.</summary>
    public const int Max = 20;

    /// <summary>Longer names of fields that do not exist are cut in answers.</summary>
    private const int NameLengthMax = 64;

    private const int DepthMax = 16;
    private readonly (string? Name, int Index)[] place = new (string?, int)[DepthMax];
    private int depth;
    private List<PlaceError>? errors;

    public bool Any => errors is not null;

    public IReadOnlyList<PlaceError> All => errors ?? (IReadOnlyList<PlaceError>)[];

    public void Enter(string name) => place[depth++] = (name, 0);

    public void Enter(int index) => place[depth++] = (null, index);

    public void Leave() => depth--;

    /// <summary>At the place being read.</summary>
    public void Add(string code, string detail)
    {
        errors ??= [];
        if (errors.Count < Max)
            errors.Add(new PlaceError(code, detail, Pointer()));
    }

    /// <summary>At a field of the place being read.</summary>
    public void Add(string name, string code, string detail)
    {
        Enter(name);
        Add(code, detail);
        Leave();
    }

    public Problem? Problem() => Any
        ? new Problem(ProblemTypes.InvalidField, errors![0].Detail) { Errors = errors }
        : null;

    private string Pointer()
    {
        var pointer = new StringBuilder(root);
        foreach (var (name, index) in place.AsSpan(0, depth))
        {
            pointer.Append('/');
            if (name is null)
                pointer.Append(index.ToString(CultureInfo.InvariantCulture));
            else
                AppendEscaped(pointer, name);
        }

        return pointer.ToString();
    }

    /// <summary>RFC 6901 §3.</summary>
    private static void AppendEscaped(StringBuilder pointer, string name)
    {
        var shown = name.Length <= NameLengthMax ? name : string.Concat(name.AsSpan(0, NameLengthMax), "...");
        pointer.Append(shown.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
    }
}
