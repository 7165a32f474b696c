using System.Collections.Frozen;

namespace Actors.Mail.Replies.Matching;

/// <summary>
/// Finds all phrases of a table in one pass over a folded text (Aho and Corasick, 1975): one look-up for each
/// character, whatever the phrases are and however many.
/// </summary>
/// <remarks>
/// Only for ASCII has each state a row of what follows; for the hundreds of other characters it has what phrases of its
/// own go on with, and asks the shorter endings else: no more often than it has read characters.
/// </remarks>
internal sealed class PhraseAutomaton
{
    internal const char OtherMin = '\u0080';

    private readonly byte[] columns;
    private readonly int width;
    private readonly int[] next;
    private readonly FrozenDictionary<long, int> others;
    private readonly int[] fallbacks;
    private readonly int[][] found;

    /// <param name="columns">For each ASCII character its column: 0 for those in no phrase.</param>
    /// <param name="next">For each state and column the state that follows.</param>
    /// <param name="others">By <see cref="Key"/> the states that follow by other characters.</param>
    /// <param name="fallbacks">For each state that of its longest ending that begins a phrase.</param>
    /// <param name="found">For each state the sets one of whose phrases ends there.</param>
    internal PhraseAutomaton(
        byte[] columns, int width, int[] next, FrozenDictionary<long, int> others, int[] fallbacks, int[][] found)
    {
        this.columns = columns;
        this.width = width;
        this.next = next;
        this.others = others;
        this.fallbacks = fallbacks;
        this.found = found;
    }

    internal int States => found.Length;

    internal static long Key(int state, char c) => ((long)state << 16) | c;

    /// <summary>Marks each set of which the text holds a phrase.</summary>
    /// <returns>The steps it took: at most two for each character, and one for each mark.</returns>
    internal int Mark(ReadOnlySpan<char> folded, Span<bool> marks)
    {
        var state = 0;
        var steps = folded.Length;
        foreach (var c in folded)
        {
            state = c < OtherMin ? next[(state * width) + columns[c]] : Other(state, c, ref steps);
            var sets = found[state];
            for (var i = 0; i < sets.Length; i++)
                marks[sets[i]] = true;
            steps += sets.Length;
        }

        return steps;
    }

    private int Other(int state, char c, ref int steps)
    {
        int following;
        for (; !others.TryGetValue(Key(state, c), out following) && state != 0; steps++)
            state = fallbacks[state];
        return following;
    }
}
