using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BuildingQuota.Features.Access;

/// <summary>A program's secret: 256 random bits, told once; what is kept is its SHA-256.</summary>
public static class KeySecret
{
    private const int SecretBytes = 32;
    private const int IdBytes = 6;

    public static string NewId() => "qk" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Takes as long whichever character differs.</summary>
    public static bool Matches(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(secret)), Encoding.ASCII.GetBytes(hash));
}
