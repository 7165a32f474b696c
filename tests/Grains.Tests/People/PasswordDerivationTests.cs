using Actors.Grains.Credentials;

namespace Actors.Grains.Tests.People;

public sealed class PasswordDerivationTests
{
    /// <summary>What <c>openssl kdf</c> answers for PBKDF2 with SHA256 and these values.</summary>
    [Fact]
    public void a_password_is_pbkdf2_of_sha_256_with_600_000_iterations()
    {
        byte[] salt = [.. Enumerable.Range(0, PasswordDerivation.SaltOctets).Select(i => (byte)i)];

        PasswordDerivation.IterationsNow.ShouldBe(600_000);
        Convert.ToHexString(PasswordDerivation.Derive("correct horse", salt, PasswordDerivation.IterationsNow))
            .ShouldBe("96A5904C2E08C8DA42305DBCC5D7CF18EAD2636D49F59526B606F26696281473");
    }
}
