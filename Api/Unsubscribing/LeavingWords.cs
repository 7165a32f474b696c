using System.Collections.Frozen;

namespace Actors.Api.Unsubscribing;

/// <summary>The words of the page, in each of the languages that originals are written in.</summary>
internal sealed record LeavingWords(
    string Language, string Title, string Question, string LeaveList, string LeaveAll, string DoneTitle,
    string LeftList, string LeftAll)
{
    private static readonly FrozenDictionary<string, LeavingWords> Each = new LeavingWords[]
    {
        new("en", "Unsubscribe", "Which e-mails do you not want any more?", "Those of this list",
            "All advertising of this sender", "You have unsubscribed", "You will get no more e-mails of this list",
            "You will get no more advertising of this sender."),
        new("cs", "Odhlásit odběr", "Které e-maily už nechcete dostávat?", "E-maily z tohoto seznamu",
            "Všechna reklamní sdělení tohoto odesílatele", "Odběr je odhlášen",
            "Už nebudete dostávat e-maily z tohoto seznamu", "Už nebudete dostávat reklamu tohoto odesílatele."),
        new("de", "Abbestellen", "Welche E-Mails möchten Sie nicht mehr erhalten?", "Die dieser Liste",
            "Jede Werbung dieses Absenders", "Sie haben abbestellt", "Sie erhalten keine E-Mails dieser Liste mehr",
            "Sie erhalten keine Werbung dieses Absenders mehr."),
        new("pl", "Rezygnacja", "Których wiadomości nie chcesz już otrzymywać?", "Wiadomości z tej listy",
            "Żadnych reklam tego nadawcy", "Zrezygnowano", "Nie będziesz już otrzymywać wiadomości z tej listy",
            "Nie będziesz już otrzymywać reklam tego nadawcy."),
    }.ToFrozenDictionary(words => words.Language, StringComparer.Ordinal);

    public static LeavingWords Of(string language) => Each[language];
}
