namespace Actors.Mail.Replies.Matching;

/// <summary>
/// Finds all phrases of a table in one pass over a folded text (Aho and Corasick, 1975): one look-up for each
/// character, whatever the phrases are and however many.
/// </summary>
internal sealed class PhraseAutomaton
{
    private readonly ushort[] columns;
    private readonly int width;
    private readonly int[] next;
    private readonly int[][] found;

    /// <param name="columns">For each character its column: 0 for those in no phrase.</param>
    /// <param name="next">For each state and column the state that follows.</param>
    /// <param name="found">For each state the sets one of whose phrases ends there.</param>
    internal PhraseAutomaton(ushort[] columns, int width, int[] next, int[][] found)
    {
        this.columns = columns;
        this.width = width;
        this.next = next;
        this.found = found;
    }

    internal int States => found.Length;

    /// <summary>Marks each set of which the text holds a phrase.</summary>
    /// <returns>The steps it took: one for each character, and one for each mark.</returns>
    internal int Mark(ReadOnlySpan<char> folded, Span<bool> marks)
    {
        var state = 0;
        var steps = folded.Length;
        foreach (var c in folded)
        {
            state = next[(state * width) + columns[c]];
            var sets = found[state];
            for (var i = 0; i < sets.Length; i++)
                marks[sets[i]] = true;
            steps += sets.Length;
        }

        return steps;
    }
}
