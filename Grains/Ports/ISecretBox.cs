namespace Actors.Grains.Ports;

/// <summary>Keeps secrets unreadable in the database and its copies: sealed with a key that is not in it.</summary>
public interface ISecretBox
{
    /// <param name="purpose">Where the secret belongs, such as <c>smtp-account/shop/acc_a/password</c>: sealed text
    /// that is moved elsewhere does not open.</param>
    /// <param name="secret">Up to 1 MiB.</param>
    /// <returns>Text, different each time.</returns>
    string Seal(string purpose, ReadOnlySpan<byte> secret);

    /// <returns>Null where it was sealed for another purpose, by another key, or was changed.</returns>
    byte[]? Open(string purpose, string text);
}
