using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Actors.Evaluation.Bounces;

/// <summary>Rows whose label contradicts what the categories mean here: see docs/bounces.md.</summary>
public static class Disputed
{
    /// <summary>Of all rows: more would be an excuse.</summary>
    public const double ShareMax = 0.05;

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the reply in UTF-8.</summary>
    private static readonly FrozenSet<string> Hashes = FrozenSet.Create(
    [
        // No such domain, or a null MX, labelled as neither DNS failure nor hard, or as soft.
        "1df58255285af54e",
        "26097b58bd353022",
        // No such mailbox, by words and by 5.1.1, labelled as a block that is not hard.
        "a4b4f74b711e3862",
        // No way to the server, labelled as a time-out.
        "b2247cd2608269c6",
        "f10af78d04d8a601",
        "98325e8db5b98205",
        // A public block list names us, labelled as a block without spam.
        "8f6528eb0b5ab3bc",
        "73e383b7bffae7b9",
        "ae51e4da815a82bd",
    ]);

    public static bool Holds(string reply) =>
        Hashes.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reply)))[..16]);
}
