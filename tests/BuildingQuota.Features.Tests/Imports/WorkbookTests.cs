using System.IO.Compression;
using System.Text;
using BuildingQuota.Data;
using BuildingQuota.Domain.Imports;
using BuildingQuota.Features.Imports;
using BuildingQuota.Features.Imports.Tables;
using BuildingQuota.Testing;

namespace BuildingQuota.Features.Tests.Imports;

public sealed class WorkbookTests
{
    private const string Sheet1 = "xl/worksheets/sheet1.xml";

    private static readonly byte[] LibreOffice = File.ReadAllBytes(FixtureOf("bills-libreoffice.xlsx"));

    [Fact]
    public async Task A_workbook_saved_by_LibreOffice_imports_like_its_csv()
    {
        await using var fromCsv = await ImportWorld.Create();
        await using var fromXlsx = await ImportWorld.Create();

        var csv = (await fromCsv.Import(RequestOf("bills-libreoffice.csv"))).Files[0];
        var xlsx = (await fromXlsx.Import(RequestOf("bills-libreoffice.xlsx"))).Files[0];

        Assert.Equal((ImportState.Accepted, 4), (csv.State, csv.New));
        Assert.Equal((ImportState.Accepted, 4), (xlsx.State, xlsx.New));
        Assert.Equal(await fromCsv.State(), await fromXlsx.State());
    }

    [Fact]
    public void Rows_and_cells_of_the_workbook_are_those_of_the_csv()
    {
        var csv = TableFile.Open("b.csv", File.ReadAllBytes(FixtureOf("bills-libreoffice.csv")), null,
            new()).Rows.Where(row => !row.IsBlank).ToList();
        var xlsx = TableFile.Open("b.xlsx", LibreOffice, null, new()).Rows.Where(row => !row.IsBlank).ToList();

        Assert.Equal(csv.Select(row => row.Number), xlsx.Select(row => row.Number));
        Assert.Equal(new Cell("1234.5", CellKind.Number, 1234.5m), xlsx[1].Cells[6]);
        Assert.Equal(new Cell("2025-02-01", CellKind.Date, Date: new(2025, 2, 1)), xlsx[1].Cells[5]);
    }

    [Fact]
    public void An_error_cell_is_an_error()
    {
        var broken = With(Sheet1, xml => xml.Replace("<c r=\"A2\" s=\"0\" t=\"s\"><v>11</v></c>",
            "<c r=\"A2\" s=\"0\" t=\"e\"><v>#VALUE!</v></c>", StringComparison.Ordinal));

        Assert.Equal(new Cell("#VALUE!", CellKind.Error), TableFile.Open("b.xlsx", broken, null, new()).Rows.ElementAt(1).Cells[0]);
    }

    [SkippableTheory, MemberData(nameof(Texts))]
    public async Task A_text_that_no_database_stores_is_a_problem_of_its_row(DatabaseProvider provider, string cell, string? code)
    {
        await using var world = await ImportWorld.Create(provider);
        var workbook = With("xl/sharedStrings.xml", xml => xml.Replace(">N1<", $">{cell}<", StringComparison.Ordinal));

        var file = (await world.Import(new ImportRequest([ImportWorld.Offer("b.xlsx", workbook)], null, false, "tester", "en"))).Files[0];

        Assert.Equal(code is null ? [] : [(2, code)], file.Problems.Select(problem => (problem.Row, problem.RuleCode)));
        Assert.Equal(code is null ? ImportState.Accepted : ImportState.Refused, file.State);
    }

    public static TheoryData<DatabaseProvider, string, string?> Texts()
    {
        var texts = new TheoryData<DatabaseProvider, string, string?>();
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            texts.Add(provider, "N_x0000_1", "cell.unreadable");
            texts.Add(provider, "N_xD800_1", "cell.unreadable");
            texts.Add(provider, "_xDC00_", "cell.unreadable");
            texts.Add(provider, "N_xD83D__xDE00_", null);
        }

        return texts;
    }

    [Theory, InlineData("账单编号", "_xD800_"), InlineData("kWh", "k_x0000_Wh"), InlineData("electricity", "_xD800_")]
    public async Task A_broken_title_unit_or_word_refuses_the_file_and_throws_nothing(string text, string broken)
    {
        await using var world = await ImportWorld.Create();
        var workbook = With("xl/sharedStrings.xml", xml => xml.Replace($">{text}<", $">{broken}<", StringComparison.Ordinal));

        var file = (await world.Import(new ImportRequest([ImportWorld.Offer("b.xlsx", workbook)], null, false, "tester", "en"))).Files[0];

        Assert.Equal([text == "账单编号" ? "column.unknown" : "cell.unreadable"],
            file.Problems.Select(problem => problem.RuleCode).Distinct());
    }

    [Fact]
    public void A_document_type_declaration_is_never_followed() => AssertRefused("file.damaged", With(Sheet1, xml =>
        xml.Replace("?>", "?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>", StringComparison.Ordinal)));

    [Fact]
    public void A_workbook_that_is_cut_off_is_damaged() => AssertRefused("file.damaged", LibreOffice[..(LibreOffice.Length / 2)]);

    [Fact]
    public void A_sheet_of_broken_xml_is_damaged() => AssertRefused("file.damaged", With(Sheet1, xml => xml[..(xml.Length / 2)]));

    [Fact]
    public void Macros_are_refused() => AssertRefused("file.has-macros", With("xl/vbaProject.bin", _ => "macro"));

    [Fact]
    public void A_zip_that_is_no_workbook_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("readme.txt");
        AssertRefused("file.type-mismatch", stream.ToArray());
    }

    [Theory, InlineData(0, null), InlineData(1, "file.too-many-rows")]
    public void Rows_below_the_header_are_limited(int tooMany, string? code)
    {
        var filled = TableFile.Open("b.xlsx", LibreOffice, null, new()).Rows.Count(row => !row.IsBlank);
        var limits = new ImportLimits { Rows = filled - 1 - tooMany };

        var refused = Record.Exception(() => TableFile.Open("b.xlsx", LibreOffice, null, limits).Rows.Count());

        Assert.Equal(code, (refused as UnreadableFileException)?.Code);
    }

    [Theory, InlineData(9, null), InlineData(8, "file.too-many-entries")]
    public void Parts_are_limited(int limit, string? code) => AssertLimit(code, new() { ZipEntries = limit });

    [Theory, InlineData(17308, null), InlineData(17307, "file.expands-too-far")]
    public void What_it_unpacks_to_is_limited_whatever_the_directory_says(long limit, string? code)
    {
        var size = new ZipArchive(new MemoryStream(LibreOffice)).Entries.Sum(entry => entry.Length);
        AssertLimit(code, new() { ExpandedBytes = limit - 17308 + size });
    }

    [Fact]
    public void The_sheet_named_as_a_kind_is_taken_before_the_first()
    {
        var workbook = With("xl/workbook.xml", xml => xml.Replace("name=\"bills-libreoffice\"", "name=\"账单\"", StringComparison.Ordinal));

        Assert.Equal("账单", TableFile.Open("b.xlsx", workbook, null, new()).Sheet);
        Assert.Equal("bills-libreoffice", TableFile.Open("b.xlsx", LibreOffice, "bills", new()).Sheet);
    }

    private static void AssertRefused(string code, byte[] workbook) =>
        Assert.Equal(code, Assert.Throws<UnreadableFileException>(() => TableFile.Open("b.xlsx", workbook, null, new()).Rows.Count()).Code);

    private static void AssertLimit(string? code, ImportLimits limits)
    {
        if (code is null) Assert.NotEmpty(TableFile.Open("b.xlsx", LibreOffice, null, limits).Rows);
        else Assert.Equal(code, Assert.Throws<UnreadableFileException>(() => TableFile.Open("b.xlsx", LibreOffice, null, limits)).Code);
    }

    private static ImportRequest RequestOf(string file) =>
        new([new(file, () => File.OpenRead(FixtureOf(file)))], null, false, "tester", "en");

    private static string FixtureOf(string file) => RepositoryRoot.File("tests", "BuildingQuota.Features.Tests", "Imports", "Files", file);

    /// <summary>The workbook with one part changed (or added, when it has none of that name).</summary>
    private static byte[] With(string part, Func<string, string> change)
    {
        var stream = new MemoryStream();
        stream.Write(LibreOffice);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var text = "";
            if (zip.GetEntry(part) is { } entry)
            {
                using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
                entry.Delete();
            }

            using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
            writer.Write(change(text));
        }

        return stream.ToArray();
    }
}
