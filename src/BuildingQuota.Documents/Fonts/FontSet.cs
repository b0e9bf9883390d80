using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace BuildingQuota.Documents.Fonts;

/// <summary>Which face plays which role. Immutable; faces are parsed once per process and shared.</summary>
public sealed class FontSet
{
    private static readonly ConcurrentDictionary<string, Lazy<Typeface>> Loaded = new(StringComparer.Ordinal);
    private readonly ImmutableDictionary<FontRole, Typeface> _faces;

    private FontSet(ImmutableDictionary<FontRole, Typeface> faces, Typeface fallback) => (_faces, Fallback) = (faces, fallback);

    /// <summary>The supplied faces: Song for text, Song Bold for mark and title, Hei for headings, tables' heads and charts.</summary>
    public static FontSet Default { get; } = Supplied();

    /// <summary>The face asked when a role's own face lacks a character.</summary>
    public Typeface Fallback { get; }

    /// <summary>The face of a role.</summary>
    public Typeface this[FontRole role] => _faces[role];

    /// <summary>The same set with one role played by the TrueType file at <paramref name="path"/>.</summary>
    /// <exception cref="TypefaceException"><c>font.missing</c>, <c>font.unreadable</c>, <c>font.not-truetype</c>.</exception>
    public FontSet With(FontRole role, string path) => With(role, FromFile(path));

    /// <summary>The supplied set with the roles that <paramref name="paths"/> names played by those files.</summary>
    /// <exception cref="TypefaceException">As <see cref="With(FontRole, string)"/>.</exception>
    public static FontSet From(IEnumerable<KeyValuePair<FontRole, string>> paths) =>
        paths.Aggregate(Default, (set, path) => set.With(path.Key, path.Value));

    /// <summary>The same set with one role played by a face already loaded.</summary>
    public FontSet With(FontRole role, Typeface face) => new(_faces.SetItem(role, face), Fallback);

    /// <summary>The same set with another fallback.</summary>
    public FontSet WithFallback(Typeface face) => new(_faces, face);

    private static FontSet Supplied()
    {
        Typeface song = Embedded("Song-Regular.ttf"), bold = Embedded("Song-Bold.ttf"), hei = Embedded("Hei-Regular.ttf");
        var faces = ImmutableDictionary.CreateRange(Enum.GetValues<FontRole>().Select(role => KeyValuePair.Create(role, role switch
        {
            FontRole.Title or FontRole.Organ or FontRole.Heading2 => bold,
            FontRole.Heading1 or FontRole.TableHead or FontRole.Chart => hei,
            _ => song,
        })));
        return new FontSet(faces, song);
    }

    private static Typeface Embedded(string name)
    {
        using var stream = typeof(FontSet).Assembly.GetManifestResourceStream(name)
            ?? throw new TypefaceException("font.missing",
                $"The embedded font {name} is not in the assembly: rebuild BuildingQuota.Documents.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Typeface(bytes, name);
    }

    private static Typeface FromFile(string path) => File.Exists(path)
        ? Loaded.GetOrAdd(Path.GetFullPath(path), key => new Lazy<Typeface>(() => new Typeface(File.ReadAllBytes(key), key))).Value
        : throw new TypefaceException("font.missing",
            $"{path}: there is no such font file. Correct the path or leave the role to the supplied face.");
}
