using System.Text;

namespace BuildingQuota.Features.Imports.Columns;

/// <summary>
/// One column of the contract: its canonical name, whether every file must have it, and the Chinese titles it also goes by.
/// </summary>
public sealed record Column(string Name, bool IsRequired, params string[] Titles)
{
    internal bool IsTitled(string token) => Titles.Append(Name).Any(title => FileLayout.Token(title) == token);
}

/// <summary>
/// The columns of one kind of file (docs/import-files.md). <paramref name="Title"/> is its Chinese name; a sheet may bear either.
/// </summary>
public sealed record FileLayout(string Kind, string Title, params Column[] Columns)
{
    internal bool IsNamed(string sheet) => Token(sheet) == Token(Kind) || Token(sheet) == Token(Title);

    internal Column? Find(string token) => Array.Find(Columns, column => column.IsTitled(token));

    /// <summary>
    /// A title as it is compared: whole, in compatibility form (full-width becomes half-width), without case, spaces, - and _.
    /// </summary>
    internal static string Token(string title)
    {
        var token = new StringBuilder(title.Length);
        foreach (var letter in title.Normalize(NormalizationForm.FormKC))
            if (!char.IsWhiteSpace(letter) && letter is not ('_' or '-' or '*' or '\uFEFF')) token.Append(char.ToLowerInvariant(letter));
        return token.ToString();
    }
}
