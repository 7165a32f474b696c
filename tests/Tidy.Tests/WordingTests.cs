using System.Text.RegularExpressions;

namespace Actors.Tidy.Tests;

public sealed partial class WordingTests
{
    // In two pieces, so that this file passes, too.
    private static readonly string[] Unfinished = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:"];
    private static readonly string[] Elsewhere = ["/wo" + "rk/", "/tmp" + "/w/", "/ro" + "ot/", "/ho" + "me/"];

    [Fact]
    public void nothing_is_left_to_do()
    {
        var faults = new Faults();
        foreach (var file in Repository.Files(".cs"))
            Find(file, Unfinished, "do it now, or open an issue", faults);
        faults.ShouldBeNone();
    }

    [Fact]
    public void no_file_names_a_path_of_somebodys_machine()
    {
        var faults = new Faults();
        foreach (var file in Repository.Texts())
            Find(file, Elsewhere, "a path that only one machine has; use one within the repository", faults);
        faults.ShouldBeNone();
    }

    [Fact]
    public void no_test_sleeps()
    {
        var faults = new Faults();
        foreach (var file in Repository.Files(".cs").Where(file => file.IsTest))
            for (var i = 0; i < file.Lines.Length; i++)
                if (Sleep().IsMatch(file.Lines[i]))
                    faults.Add(file.At(i + 1), "wait for a named event, or move a ManualTime");
        faults.ShouldBeNone();
    }

    private static void Find(SourceFile file, string[] words, string instead, Faults faults)
    {
        for (var i = 0; i < file.Lines.Length; i++)
            foreach (var word in words)
                if (file.Lines[i].Contains(word, StringComparison.Ordinal))
                    faults.Add(file.At(i + 1), $"'{word}': {instead}");
    }

    [GeneratedRegex(@"Thread\.Sleep\(|Task\.Delay\((?!.*(time|Time))")]
    private static partial Regex Sleep();
}
