using Actors.Grains.Contacts;

namespace Actors.Grains.Imports.Reading;

/// <summary>What a row of a file asks for, or why it is not taken: a closed set.</summary>
public abstract record ImportRow
{
    private ImportRow() { }

    /// <param name="Number">As <see cref="ImportPosition.Row"/>.</param>
    /// <param name="Command"><see cref="ContactCommand.Put"/> or <see cref="ContactCommand.Block"/>.</param>
    /// <param name="Standing">What the contact was where the file comes from; null where that is not said.</param>
    public sealed record Asked(long Number, ContactCommand Command, ContactStanding? Standing = null) : ImportRow;

    public sealed record Wrong(ImportError Error) : ImportRow;
}
