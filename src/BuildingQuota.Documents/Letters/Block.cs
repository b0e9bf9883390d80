namespace BuildingQuota.Documents.Letters;

/// <summary>One thing in a letter's body: a paragraph, a heading, a table or a chart.</summary>
public abstract record Block;

/// <summary>Running text, first line indented by two characters. A line feed begins a new paragraph.</summary>
public sealed record Paragraph(string Text) : Block
{
    /// <summary>False sets the text flush left.</summary>
    public bool Indent { get; init; } = true;
}

/// <summary>A heading with its number written out: level 1 一、(黑体), 2 （一）, 3 1., 4 （1）. It stays with what follows.</summary>
public sealed record Heading(int Level, string Text) : Block;
