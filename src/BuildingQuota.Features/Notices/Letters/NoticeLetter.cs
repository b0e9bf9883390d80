using BuildingQuota.Documents.Letters;
using BuildingQuota.Features.Notices.Content;

namespace BuildingQuota.Features.Notices.Letters;

/// <summary>What issuing puts on a letter; a draft has the days that it would have today, and no number.</summary>
public sealed record LetterStamp(string? Number, DateOnly On, DateOnly ReplyBy, bool ReplyIsCertain);

/// <summary>Sets an overrun notice: frozen content + stamp + the office's wording, and nothing else.</summary>
public sealed class NoticeLetter(NoticeTemplates templates)
{
    public RenderedLetter Render(NoticeContent content, LetterStamp stamp, LetterLanguage language) =>
        LetterPdf.Render(Compose(content, stamp, language));

    public OfficialLetter Compose(NoticeContent content, LetterStamp stamp, LetterLanguage language)
    {
        var template = templates.Of(content.Family, language);
        var figures = new LetterFigures(language, templates.Words(language));
        var fields = new TemplateFields(content, stamp, figures);
        var common = fields.Letter();
        return new OfficialLetter
        {
            Language = language,
            Organ = common["bureau"],
            Number = stamp.Number,
            Title = LetterTemplate.Fill(template.Title, common),
            Addressee = content.Addressee.Name,
            Signer = common["bureau"],
            Date = stamp.On,
            Subject = template.Subject,
            Note = content.Bureau.Phone is null ? null : LetterTemplate.Fill(template.Note, common),
            Body = [.. template.Parts.SelectMany(part => Blocks(part, fields, new LetterTables(content, figures)))],
        };
    }

    private static IEnumerable<Block> Blocks(TemplatePart part, TemplateFields fields, LetterTables tables)
    {
        if (fields.RowsOf(part.Condition) is { } rows)
            return rows.Select(row => Block(part, LetterTemplate.Fill(part.Text, fields.Row(row)), tables));
        return fields.Holds(part.Condition) ? [Block(part, LetterTemplate.Fill(part.Text, fields.Letter()), tables)] : [];
    }

    private static Block Block(TemplatePart part, string text, LetterTables tables) => part.Kind switch
    {
        PartKind.Paragraph => new Paragraph(text),
        PartKind.Heading => new Heading(1, text),
        PartKind.Limits => tables.Limits(text),
        PartKind.Basis => tables.Basis(text),
        PartKind.Chart => tables.Chart(text),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part.Kind, "No such part."),
    };
}
