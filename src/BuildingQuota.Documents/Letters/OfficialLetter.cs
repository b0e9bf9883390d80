namespace BuildingQuota.Documents.Letters;

/// <summary>Which of GB/T 9704-2012's layouts a letter takes.</summary>
public enum LetterFormat
{
    /// <summary>信函格式: mark 30 mm from the page's top, red double lines above and below, no number on page 1.</summary>
    Letter,

    /// <summary>文件格式: mark 35 mm below the type area's top, number and red separator centred below.</summary>
    Document,
}

/// <summary>The language that words of the layout's own (date, draft mark, 附件) are written in, and lines broken by.</summary>
public enum LetterLanguage
{
    /// <summary>zh-CN.</summary>
    Chinese,

    /// <summary>en.</summary>
    English,
}

/// <summary>An official letter, said in its parts; how they stand on paper is GB/T 9704-2012's business.</summary>
public sealed record OfficialLetter
{
    /// <summary>Layout; 信函格式 unless said otherwise.</summary>
    public LetterFormat Format { get; init; } = LetterFormat.Letter;

    /// <summary>Chinese unless said otherwise.</summary>
    public LetterLanguage Language { get; init; } = LetterLanguage.Chinese;

    /// <summary>The mark: the organ's full name, with 文件 where the 文件格式 wants it.</summary>
    public required string Organ { get; init; }

    /// <summary>发文字号, as 塔地机管〔2026〕12号; null on a draft, which then says so in the number's place.</summary>
    public string? Number { get; init; }

    /// <summary>The title; line feeds break it by sense, otherwise a long one is broken in balance.</summary>
    public required string Title { get; init; }

    /// <summary>主送机关; the colon is added when it is not there.</summary>
    public string? Addressee { get; init; }

    /// <summary>What the letter says.</summary>
    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>Each begins a new page and is listed below the body.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>署名.</summary>
    public required string Signer { get; init; }

    /// <summary>成文日期; also the PDF's creation date, so that the same letter gives the same bytes.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>附注, in brackets below the date: a contact, for example.</summary>
    public string? Note { get; init; }

    /// <summary>抄送; at the foot of the last page.</summary>
    public string? CopyTo { get; init; }

    /// <summary>What the PDF gives as its subject; the title's kind of document, for example.</summary>
    public string Subject { get; init; } = "";
}

/// <summary>An attachment: its title and what stands in it.</summary>
public sealed record Attachment(string Title, IReadOnlyList<Block> Body);
