using System.Collections.Immutable;
using Actors.Grains.Links;

namespace Actors.Api.Links;

/// <summary>What a page behind a link says. Texts are plain; the page encodes them.</summary>
internal abstract record LinkView
{
    private LinkView() { }

    /// <summary>Of its words; BCP 47.</summary>
    public string Language { get; init; } = "en";

    /// <summary>A question with a button, and perhaps fields to fill in.</summary>
    public sealed record Ask(string Title, string Text, string Button) : LinkView
    {
        public ImmutableArray<LinkField> Fields { get; init; } = [];

        /// <summary>Instead of the one, where there is something to choose.</summary>
        public ImmutableArray<LinkButton> Buttons { get; init; } = [];

        /// <summary>Why what was filled in cannot be taken; null at first.</summary>
        public string? Fault { get; init; }
    }

    public sealed record Done(string Title, string Text) : LinkView;

    public sealed record Table(
        string Title, string Text, ImmutableArray<string> Head, ImmutableArray<ImmutableArray<string>> Rows) : LinkView;

    /// <param name="Standing">Anything but open.</param>
    public sealed record Closed(LinkStanding Standing) : LinkView
    {
        /// <summary>In its language; null for the usual ones, in English.</summary>
        public (string Title, string Text)? Words { get; init; }
    }
}

/// <summary>A button that says which it is: a field of the form.</summary>
internal sealed record LinkButton(string Name, string Value, string Label);

/// <param name="Autocomplete">The HTML attribute of that name, such as <c>new-password</c>.</param>
internal sealed record LinkField(string Name, string Label, string Type, string Autocomplete, int LengthMax);
