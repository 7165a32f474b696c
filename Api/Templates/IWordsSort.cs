namespace Actors.Api.Templates;

/// <summary>A sort of words that are drafted, published, previewed and tested in the same way: a tenant's own
/// templates, or standard e-mails.</summary>
internal interface IWordsSort
{
    /// <summary>The route of one of them.</summary>
    static abstract string Path { get; }

    /// <summary>As part of the names of operations.</summary>
    static abstract string Name { get; }

    /// <summary>With its article.</summary>
    static abstract string Noun { get; }

    /// <summary>The shape of one of them.</summary>
    static abstract Type Body { get; }

    static abstract Type ChangeRequest { get; }
}
