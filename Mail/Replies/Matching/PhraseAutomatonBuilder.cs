using System.Collections.Frozen;

namespace Actors.Mail.Replies.Matching;

/// <summary>Takes phrases, and makes the automaton that finds them.</summary>
/// <remarks>
/// A phrase is folded as texts are and stands for whole words; an asterisk at either end leaves that end open:
/// "blacklist*" finds "blacklisted", too. "{host}" at the start is the name of any domain. "Cannot", "can not" and
/// "can't" are one, and so are all such pairs.
/// </remarks>
internal sealed class PhraseAutomatonBuilder
{
    private const int Root = 0;
    private const string Host = "{host}";

    private static readonly (string One, string Other)[] SameWords =
    [
        ("cannot", "cant"), ("cannot", "can not"), ("cant", "can not"), ("could not", "couldnt"),
        ("does not", "doesnt"), ("do not", "dont"), ("did not", "didnt"), ("is not", "isnt"), ("are not", "arent"),
        ("was not", "wasnt"), ("has not", "hasnt"), ("have not", "havent"), ("will not", "wont"),
    ];

    private readonly byte[] columns = new byte[PhraseAutomaton.OtherMin];
    private readonly Dictionary<long, int> others = [];
    private readonly List<Dictionary<char, int>> children = [[]];
    private readonly List<SortedSet<int>> ends = [[]];
    private int width = 1;

    internal void Add(string phrase, int set)
    {
        Put(phrase, set);
        foreach (var (one, other) in SameWords)
        {
            PutWith(phrase, one, other, set);
            PutWith(phrase, other, one, set);
        }
    }

    private void PutWith(string phrase, string words, string instead, int set)
    {
        var changed = $" {phrase} ".Replace($" {words} ", $" {instead} ", StringComparison.Ordinal).Trim();
        if (changed != phrase)
            Put(changed, set);
    }

    private void Put(string phrase, int set)
    {
        var text = phrase.StartsWith(Host, StringComparison.Ordinal)
            ? FoldedText.HostEnd + FoldedText.Of(phrase[Host.Length..])
            : FoldedText.Of(phrase.Trim('*')).AsSpan();
        text = phrase.StartsWith('*') ? text[1..] : text;
        text = phrase.EndsWith('*') ? text[..^1] : text;
        if (text.Trim(' ').IsEmpty)
            throw new ArgumentException($"'{phrase}' has no word.", nameof(phrase));
        var state = Root;
        foreach (var c in text)
            state = Child(state, c);
        ends[state].Add(set);
    }

    internal PhraseAutomaton Build()
    {
        var next = new int[children.Count * width];
        var fallbacks = new int[children.Count];
        foreach (var state in ByDepth(next, fallbacks))
            ends[state].UnionWith(ends[fallbacks[state]]);
        return new PhraseAutomaton(
            columns, width, next, others.ToFrozenDictionary(), fallbacks, [.. ends.Select(sets => sets.ToArray())]);
    }

    /// <summary>Fills in the table from the shallow states to the deep ones: a fallback is always shallower.</summary>
    private IEnumerable<int> ByDepth(int[] next, int[] fallbacks)
    {
        var queue = new Queue<int>([Root]);
        while (queue.TryDequeue(out var state))
        {
            yield return state;
            if (state != Root)
                Array.Copy(next, fallbacks[state] * width, next, state * width, width);
            foreach (var (c, child) in children[state])
            {
                queue.Enqueue(child);
                if (c >= PhraseAutomaton.OtherMin)
                {
                    fallbacks[child] = state == Root ? Root : Follow(fallbacks, fallbacks[state], c);
                    continue;
                }

                fallbacks[child] = next[(state * width) + columns[c]];
                next[(state * width) + columns[c]] = child;
            }
        }
    }

    private int Follow(int[] fallbacks, int state, char c)
    {
        int following;
        while (!others.TryGetValue(PhraseAutomaton.Key(state, c), out following) && state != Root)
            state = fallbacks[state];
        return following;
    }

    private int Child(int state, char c)
    {
        if (children[state].TryGetValue(c, out var child))
            return child;
        children.Add([]);
        ends.Add([]);
        child = children[state][c] = children.Count - 1;
        if (c >= PhraseAutomaton.OtherMin)
            others[PhraseAutomaton.Key(state, c)] = child;
        else if (columns[c] == 0)
            columns[c] = (byte)width++;
        return child;
    }
}
