using Actors.Grains.Listings;

namespace Actors.Storage.Listings;

/// <summary>How listings are written and asked for.</summary>
internal static class ListingRow
{
    /// <summary>Each mark between blanks, so that none is found as a part of another.</summary>
    public static string Marks(Listing listing) =>
        listing.Marks.IsDefaultOrEmpty ? "" : $" {string.Join(' ', listing.Marks)} ";

    public static string Mark(string mark) => $" {mark} ";

    /// <summary>The same for every case and composition of a text.</summary>
    public static string Fold(string text) => text.Normalize().ToLowerInvariant();
}
