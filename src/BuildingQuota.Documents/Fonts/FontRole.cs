namespace BuildingQuota.Documents.Fonts;

/// <summary>What a face is used for in a letter; the standard's own face stands beside it.</summary>
public enum FontRole
{
    /// <summary>Running text and headings of level 3 and 4 (仿宋).</summary>
    Body,

    /// <summary>The title (小标宋).</summary>
    Title,

    /// <summary>The issuing organ's red mark (小标宋).</summary>
    Organ,

    /// <summary>First-level headings and the word 附件 (黑体).</summary>
    Heading1,

    /// <summary>Second-level headings (楷体).</summary>
    Heading2,

    /// <summary>Table cells.</summary>
    Table,

    /// <summary>Table heads and captions.</summary>
    TableHead,

    /// <summary>Words and figures in charts.</summary>
    Chart,

    /// <summary>Page numbers (宋体).</summary>
    PageNumber,
}
