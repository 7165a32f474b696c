using Actors.Api.Hosting;
using Actors.Api.Links;
using Actors.Grains.StandardEmails;
using Actors.Grains.Unsubscribing;

namespace Actors.Api.Unsubscribing;

/// <summary>What the page to unsubscribe says, in the language that its reader's browser asks for first.</summary>
internal static class LeavingPage
{
    /// <summary>The field of the buttons, and what it may be.</summary>
    public const string From = "from";

    public const string List = "list";
    public const string All = "all";

    public static LinkView Ask(Call call, UnsubscribeClaim claim)
    {
        var words = LeavingWords.Of(LanguageOf(call));
        var all = new LinkButton(From, All, words.LeaveAll);
        return new LinkView.Ask(words.Title, words.Question, "")
        {
            Language = words.Language,
            Buttons = claim.List is { } list ? [new(From, List, $"{words.LeaveList}: {list}"), all] : [all],
        };
    }

    /// <param name="list">That was left; null for all.</param>
    public static LinkView Done(Call call, string? list)
    {
        var words = LeavingWords.Of(LanguageOf(call));
        return new LinkView.Done(words.DoneTitle, list is null ? words.LeftAll : $"{words.LeftList}: {list}")
        {
            Language = words.Language,
        };
    }

    /// <summary>The first two letters of the header are its first language, but for those that nobody has
    /// originals in.</summary>
    private static string LanguageOf(Call call) =>
        call.Http.Request.Headers.AcceptLanguage.ToString() is { Length: >= 2 } given
            ? EmailLanguages.Nearest(given[..2].ToLowerInvariant())
            : EmailLanguages.Default;
}
