using BuildingQuota.Features.Access;

namespace BuildingQuota.Features.Tests.Access;

public sealed class KeySecretTests
{
    [Fact]
    public void A_secret_holds_256_bits_and_only_its_hash_is_needed_to_know_it()
    {
        var secret = KeySecret.New();

        Assert.Equal(32, System.Buffers.Text.Base64Url.DecodeFromChars(secret).Length);
        Assert.True(KeySecret.Matches(secret, KeySecret.Hash(secret)));
        Assert.False(KeySecret.Matches(secret + "x", KeySecret.Hash(secret)));
        Assert.NotEqual(secret, KeySecret.New());
    }

    [Fact]
    public void An_id_has_no_colon() => Assert.DoesNotContain(':', KeySecret.NewId());
}
